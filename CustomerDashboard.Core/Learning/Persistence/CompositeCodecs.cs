using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Models made of models.</summary>
internal static class CompositeCodecs
{
    public static IReadOnlyList<ModelCodec> All { get; } =
    [
        ModelCodec.Of(
            "calibrated",
            (writer, model) =>
            {
                writer.Model(model.Model);
                writer.Model(model.Calibration);
            },
            reader => new CalibratedModel(reader.Model<IClassifierModel>(), reader.Model<IProbabilityCalibration>())),
        ModelCodec.Of(
            "voting",
            (writer, model) =>
            {
                writer.Models(model.Models);
                writer.Numbers(model.Weights);
            },
            reader =>
            {
                IClassifierModel[] models = reader.Models<IClassifierModel>();
                ModelReader.Require(models.Length > 0 && Array.TrueForAll(models, model => model.FeatureCount == models[0].FeatureCount), "members of an ensemble read other columns");
                return new VotingModel(models, reader.Numbers(models.Length));
            }),
        ModelCodec.Of<OneVersusRest.Model>(
            "one-versus-rest",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Whole(model.Models.Count);
                foreach (IClassifierModel? own in model.Models)
                {
                    writer.Flag(own is not null);
                    if (own is not null)
                    {
                        writer.Model(own);
                    }
                }
            },
            reader =>
            {
                int features = reader.Whole();
                IClassifierModel?[] models = reader.List(own => own.Flag() ? own.Model<IClassifierModel>() : null);
                ModelReader.Require(
                    models.Length > 0 && Array.TrueForAll(models, model => model is null || model.FeatureCount == features) && models.Any(model => model is not null),
                    "the models of classes read other columns");
                return new OneVersusRest.Model(features, models);
            }),
        ModelCodec.Of(
            "pipeline-classifier",
            (writer, model) => Write(writer, model.Preprocessing, model.Model),
            reader =>
            {
                PreprocessingChain chain = reader.Model<PreprocessingChain>();
                IClassifierModel model = reader.Model<IClassifierModel>();
                Fits(chain, model.FeatureCount);
                return new PipelineClassifierModel(chain, model);
            }),
        ModelCodec.Of(
            "pipeline-multiclass",
            (writer, model) => Write(writer, model.Preprocessing, model.Model),
            reader =>
            {
                PreprocessingChain chain = reader.Model<PreprocessingChain>();
                IMulticlassClassifierModel model = reader.Model<IMulticlassClassifierModel>();
                Fits(chain, model.FeatureCount);
                return new PipelineMulticlassModel(chain, model);
            }),
        ModelCodec.Of(
            "pipeline-regressor",
            (writer, model) => Write(writer, model.Preprocessing, model.Model),
            reader =>
            {
                PreprocessingChain chain = reader.Model<PreprocessingChain>();
                IRegressorModel model = reader.Model<IRegressorModel>();
                Fits(chain, model.FeatureCount);
                return new PipelineRegressorModel(chain, model);
            }),
    ];

    private static void Write(ModelWriter writer, PreprocessingChain chain, object model)
    {
        writer.Model(chain);
        writer.Model(model);
    }

    private static void Fits(PreprocessingChain chain, int features) =>
        ModelReader.Require(chain.OutputColumns == features, "a model reads other columns than it is given");
}
