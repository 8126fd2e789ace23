using CustomerDashboard.Core.Learning.Trees;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>The nodes of trees, column by column: what follows from the shape (parents, depths, the missing threshold of a leaf) is not written.</summary>
internal static class TreeNodes
{
    public static void Write(ModelWriter writer, DecisionTree tree)
    {
        ReadOnlySpan<TreeNode> nodes = tree.Span;
        writer.Whole(tree.FeatureCount);
        writer.Whole(nodes.Length);
        var thresholds = new List<double>();
        var values = new double[nodes.Length];
        var impurities = new double[nodes.Length];
        var weights = new double[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            TreeNode node = nodes[i];
            Shape(writer, i, node.Left, node.Right, node.Feature, node.Threshold, thresholds);
            writer.Whole(node.Count);
            (values[i], impurities[i], weights[i]) = (node.Value, node.Impurity, node.Weight);
        }

        writer.Numbers([.. thresholds]);
        writer.Numbers(values);
        writer.Numbers(impurities);
        writer.Numbers(weights);
    }

    public static DecisionTree ReadDecision(ModelReader reader)
    {
        int features = reader.Whole();
        ReadShape(reader, features, out int[] left, out int[] right, out int[] feature, out int[] counts);
        double[] thresholds = reader.Numbers(feature.Count(column => column >= 0));
        double[] values = reader.Numbers(left.Length);
        double[] impurities = reader.Numbers(left.Length);
        double[] weights = reader.Numbers(left.Length);
        var nodes = new TreeNode[left.Length];
        var parents = new int[left.Length];
        var depths = new int[left.Length];
        parents[0] = -1;
        int split = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            bool leaf = left[i] < 0;
            if (!leaf)
            {
                parents[left[i]] = parents[right[i]] = i;
                depths[left[i]] = depths[right[i]] = depths[i] + 1;
            }

            nodes[i] = new TreeNode(
                parents[i], left[i], right[i], depths[i], feature[i], leaf ? double.NaN : thresholds[split++], counts[i], values[i], impurities[i], weights[i]);
        }

        return new DecisionTree(nodes, features);
    }

    public static void Write(ModelWriter writer, BoostedTree tree)
    {
        ReadOnlySpan<BoostedTreeNode> nodes = tree.Span;
        writer.Whole(nodes.Length);
        var thresholds = new List<double>();
        var gains = new double[nodes.Length];
        var covers = new double[nodes.Length];
        var values = new double[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            BoostedTreeNode node = nodes[i];
            Shape(writer, i, node.Left, node.Right, node.Feature, node.Threshold, thresholds);
            writer.Whole(node.MissingLeft ? 1 : 0);
            (gains[i], covers[i], values[i]) = (node.Gain, node.Cover, node.Value);
        }

        writer.Numbers([.. thresholds]);
        writer.Numbers(gains);
        writer.Numbers(covers);
        writer.Numbers(values);
    }

    public static BoostedTree ReadBoosted(ModelReader reader, int features)
    {
        ReadShape(reader, features, out int[] left, out int[] right, out int[] feature, out int[] missing);
        double[] thresholds = reader.Numbers(feature.Count(column => column >= 0));
        double[] gains = reader.Numbers(left.Length);
        double[] covers = reader.Numbers(left.Length);
        double[] values = reader.Numbers(left.Length);
        var nodes = new BoostedTreeNode[left.Length];
        int split = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new BoostedTreeNode(
                left[i], right[i], feature[i], left[i] < 0 ? double.NaN : thresholds[split++], missing[i] == 1, gains[i], covers[i], values[i]);
        }

        return new BoostedTree(nodes);
    }

    /// <summary>A leaf is a 0; a split its column + 1 and how far on its children stand.</summary>
    private static void Shape(ModelWriter writer, int position, int left, int right, int feature, double threshold, List<double> thresholds)
    {
        if (left < 0)
        {
            writer.Whole(0);
            return;
        }

        writer.Whole(feature + 1);
        writer.Whole(left - position);
        writer.Whole(right - position);
        thresholds.Add(threshold);
    }

    private static void ReadShape(
        ModelReader reader, int features, out int[] left, out int[] right, out int[] feature, out int[] counts)
    {
        int count = reader.Count();
        ModelReader.Require(count > 0 && features >= 0, "a tree has no root");
        left = new int[count];
        right = new int[count];
        feature = new int[count];
        counts = new int[count];
        var reached = new bool[count];
        reached[0] = true;
        for (int i = 0; i < count; i++)
        {
            feature[i] = reader.Whole() - 1;
            (left[i], right[i]) = (-1, -1);
            if (feature[i] >= 0)
            {
                left[i] = i + reader.Whole();
                right[i] = i + reader.Whole();
                ModelReader.Require(
                    feature[i] < features && left[i] > i && right[i] > i && left[i] < count && right[i] < count && left[i] != right[i]
                    && !reached[left[i]] && !reached[right[i]],
                    "a branch of a tree leads nowhere");
                reached[left[i]] = reached[right[i]] = true;
            }

            ModelReader.Require(reached[i], "a node of a tree has no parent");
            counts[i] = reader.Whole();
        }
    }
}
