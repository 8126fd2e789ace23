using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Fitted changes of columns.</summary>
internal static class PreprocessingCodecs
{
    public static IReadOnlyList<ModelCodec> All { get; } =
    [
        ModelCodec.Of(
            "chain",
            (writer, chain) =>
            {
                writer.Whole(chain.InputColumns);
                writer.Models(chain.Models);
            },
            ReadChain),
        ModelCodec.Of(
            "imputer",
            (writer, model) =>
            {
                writer.Numbers(model.Fills);
                writer.Wholes(model.IndicatorColumns);
            },
            reader =>
            {
                double[] fills = reader.Numbers();
                return new ImputerModel(fills, Columns(reader.Wholes(), fills.Length));
            }),
        ModelCodec.Of(
            "scaler",
            (writer, model) =>
            {
                writer.Whole((int)model.Method);
                writer.Numbers(model.Offsets);
                writer.Numbers(model.Scales);
                writer.Wholes(model.ConstantColumns);
            },
            reader =>
            {
                var method = (ScalingMethod)reader.Whole();
                double[] offsets = reader.Numbers();
                double[] scales = reader.Numbers(offsets.Length);
                ModelReader.Require(Enum.IsDefined(method), "a scaling is not known");
                return new ScalerModel(method, offsets, scales, Columns(reader.Wholes(), offsets.Length));
            }),
        ModelCodec.Of("scaling", (writer, model) => writer.Model(model.Scaler), reader => new ScalingStep.Model(reader.Model<IScalerModel>())),
        ModelCodec.Of(
            "logarithms",
            (writer, model) =>
            {
                writer.Whole(model.InputColumns);
                writer.Flag(model.Columns is not null);
                writer.Wholes(model.Columns ?? []);
            },
            reader =>
            {
                int width = reader.Whole();
                bool some = reader.Flag();
                int[] columns = Columns(reader.Wholes(), width);
                return new LogStep.Model(width, some ? columns : null);
            }),
        ModelCodec.Of(
            "columns",
            (writer, model) =>
            {
                writer.Whole(model.InputColumns);
                writer.Wholes(model.Columns);
            },
            reader =>
            {
                int width = reader.Whole();
                return new ColumnSelection.Model(width, Columns(reader.Wholes(), width));
            }),
    ];

    private static PreprocessingChain ReadChain(ModelReader reader)
    {
        int width = reader.Whole();
        IPreprocessingModel[] models = reader.Models<IPreprocessingModel>();
        int given = width;
        foreach (IPreprocessingModel model in models)
        {
            ModelReader.Require(model.InputColumns == given, "a step expects other columns than it gets");
            given = model.OutputColumns;
        }

        return new PreprocessingChain(width, models);
    }

    private static int[] Columns(int[] columns, int width)
    {
        ModelReader.Require(Array.TrueForAll(columns, column => column >= 0 && column < width), "a column does not exist");
        return columns;
    }
}
