using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Persistence;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>The baselines and the models of this room, beside those of Learning.</summary>
internal static class PredictionCodecs
{
    public static ModelFormat Format { get; } = ModelFormat.Standard.With(
    [
        ModelCodec.Of<ShareClassifier.Model>(
            "shares",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Numbers(model.Shares);
            },
            reader =>
            {
                int features = reader.Whole();
                double[] shares = reader.Numbers();
                ModelReader.Require(shares.Length >= 2, "a question has fewer than two answers");
                return new ShareClassifier.Model(features, shares);
            }),
        ModelCodec.Of<GroupRateClassifier.Model>(
            "group-rates",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Whole(model.Parts.Column);
                writer.Number(model.Parts.Threshold);
                writer.Number(model.Parts.Near);
                writer.Number(model.Parts.Far);
            },
            reader =>
            {
                int features = reader.Whole();
                return new GroupRateClassifier.Model(features, Column(reader, features), reader.Number(), reader.Number(), reader.Number());
            }),
        ModelCodec.Of<ColumnRegressor.Model>(
            "column",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Whole(model.Parts.Column);
                writer.Number(model.Parts.Factor);
            },
            reader =>
            {
                int features = reader.Whole();
                return new ColumnRegressor.Model(features, Column(reader, features), reader.Number());
            }),
        ModelCodec.Of<ConstantRegressor.Model>(
            "constant",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Number(model.Value);
            },
            reader => new ConstantRegressor.Model(reader.Whole(), reader.Number())),
        ModelCodec.Of<CorrectedRunRateModel>(
            "corrected-run-rate",
            (writer, model) =>
            {
                writer.Model(model.Chance);
                writer.Whole(model.Parts.Column);
                writer.Number(model.Parts.Factor);
                writer.Numbers(model.Parts.Middles);
                writer.Numbers(model.Parts.Factors);
            },
            reader =>
            {
                IClassifierModel chance = reader.Model<IClassifierModel>();
                int column = Column(reader, chance.FeatureCount);
                double factor = reader.Number();
                double[] middles = reader.Numbers();
                ModelReader.Require(middles.Length > 0, "a correction is empty");
                return new CorrectedRunRateModel(chance, column, factor, middles, reader.Numbers(middles.Length));
            }),
        ModelCodec.Of<VotingRegressorModel>(
            "voting-regressor",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Models(model.Members);
            },
            reader =>
            {
                int features = reader.Whole();
                IRegressorModel[] members = reader.Models<IRegressorModel>();
                ModelReader.Require(members.Length > 0 && Array.TrueForAll(members, member => member.FeatureCount == features), "members of an ensemble read other columns");
                return new VotingRegressorModel(features, members);
            }),
        ModelCodec.Of<VotingMulticlass.Model>(
            "voting-multiclass",
            (writer, model) =>
            {
                writer.Whole(model.FeatureCount);
                writer.Whole(model.ClassCount);
                writer.Models(model.Models);
            },
            reader =>
            {
                int features = reader.Whole();
                int classes = reader.Whole();
                IMulticlassClassifierModel[] models = reader.Models<IMulticlassClassifierModel>();
                ModelReader.Require(
                    models.Length > 0 && Array.TrueForAll(models, model => model.FeatureCount == features && model.ClassCount == classes), "members of an ensemble read other columns");
                return new VotingMulticlass.Model(features, classes, models);
            }),
    ]);

    private static int Column(ModelReader reader, int features)
    {
        int column = reader.Whole();
        ModelReader.Require(column >= 0 && column < features, "a column does not exist");
        return column;
    }
}
