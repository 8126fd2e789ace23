using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Models by nearest neighbours: their rows are saved, and sorted again when they are read.</summary>
internal static class NeighbourCodecs
{
    public static IReadOnlyList<ModelCodec> All { get; } =
    [
        ModelCodec.Of(
            "neighbours-classifier",
            (writer, model) =>
            {
                Write(writer, model.Index);
                writer.Whole(model.ClassCount);
                writer.Wholes(model.Labels.ToArray());
            },
            reader =>
            {
                (Matrix points, NeighbourIndex index) = Read(reader);
                int classes = reader.Whole();
                int[] labels = reader.Wholes();
                ModelReader.Require(
                    classes >= 2 && labels.Length == points.Rows && Array.TrueForAll(labels, label => label >= 0 && label < classes), "a row has no class");
                return new KNearestNeighboursClassifierModel(index, labels, classes);
            }),
        ModelCodec.Of(
            "neighbours-regressor",
            (writer, model) =>
            {
                Write(writer, model.Index);
                writer.Numbers(model.Targets);
            },
            reader =>
            {
                (Matrix points, NeighbourIndex index) = Read(reader);
                return new KNearestNeighboursRegressorModel(index, reader.Numbers(points.Rows));
            }),
    ];

    private static void Write(ModelWriter writer, NeighbourIndex index)
    {
        writer.Whole(index.Options.Neighbours);
        writer.Whole((int)index.Options.Weighting);
        writer.Matrix(index.Points());
    }

    private static (Matrix Points, NeighbourIndex Index) Read(ModelReader reader)
    {
        var options = new KNearestNeighboursOptions { Neighbours = reader.Whole(), Weighting = (NeighbourWeighting)reader.Whole() };
        Matrix points = reader.Matrix();
        ModelReader.Require(
            options.Neighbours >= 1 && options.Neighbours <= points.Rows && Enum.IsDefined(options.Weighting) && Array.TrueForAll(points.Values, double.IsFinite),
            "there are fewer rows than neighbours to ask");
        return (points, new NeighbourIndex(points, options, CancellationToken.None));
    }
}
