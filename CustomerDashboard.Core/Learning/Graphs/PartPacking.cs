namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Sets the drawings of the connected parts beside each other: the small ones in rows under the largest, like lines of text.</summary>
internal static class PartPacking
{
    /// <summary>Moves the parts; each must have been drawn around any point of its own.</summary>
    public static void Pack(ConnectedComponents parts, double[] x, double[] y)
    {
        int count = parts.Sizes.Length;
        if (count < 2)
        {
            return;
        }

        Box[] boxes = Boxes(parts, x, y);
        double area = 0;
        for (int part = 1; part < count; part++)
        {
            area += (boxes[part].Width + Gap) * (boxes[part].Height + Gap);
        }

        // A single large part sets the width of the lines; many of one size make a square.
        double width = Math.Max(boxes[0].Width, 1.2 * Math.Sqrt(area));
        var shiftX = new double[count];
        var shiftY = new double[count];
        shiftX[0] = ((width - boxes[0].Width) / 2) - boxes[0].Left;
        shiftY[0] = Gap - boxes[0].Bottom;
        (double at, double top, double lineHeight) = (0, 0, 0);
        for (int part = 1; part < count; part++)
        {
            Box box = boxes[part];
            if (at > 0 && at + box.Width > width)
            {
                (at, top, lineHeight) = (0, top - lineHeight - Gap, 0);
            }

            shiftX[part] = at - box.Left;
            shiftY[part] = top - box.Height - box.Bottom;
            at += box.Width + Gap;
            lineHeight = Math.Max(lineHeight, box.Height);
        }

        for (int node = 0; node < x.Length; node++)
        {
            x[node] += shiftX[parts.Labels[node]];
            y[node] += shiftY[parts.Labels[node]];
        }
    }

    private const double Gap = 1.2;

    private static Box[] Boxes(ConnectedComponents parts, double[] x, double[] y)
    {
        var boxes = new Box[parts.Sizes.Length];
        Array.Fill(boxes, new Box(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity));
        for (int node = 0; node < x.Length; node++)
        {
            Box box = boxes[parts.Labels[node]];
            boxes[parts.Labels[node]] = new Box(
                Math.Min(box.Left, x[node]), Math.Min(box.Bottom, y[node]), Math.Max(box.Right, x[node]), Math.Max(box.Top, y[node]));
        }

        return boxes;
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        public double Width => Right - Left;

        public double Height => Top - Bottom;
    }
}
