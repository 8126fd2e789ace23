using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Trees, forests and boosted trees. What is kept for training rows only (out of the bag) is not saved.</summary>
internal static class TreeCodecs
{
    public static IReadOnlyList<ModelCodec> All { get; } =
    [
        ModelCodec.Of<DecisionTree>("tree", TreeNodes.Write, TreeNodes.ReadDecision),
        ModelCodec.Of<DecisionForest>(
            "forest",
            (writer, forest) =>
            {
                writer.Whole(forest.FeatureCount);
                writer.Models(forest.Trees);
            },
            reader =>
            {
                int features = reader.Whole();
                DecisionTree[] trees = reader.Models<DecisionTree>();
                ModelReader.Require(trees.Length > 0 && Array.TrueForAll(trees, tree => tree.FeatureCount == features), "a forest has no trees of its size");
                return new DecisionForest(trees, features);
            }),
        ModelCodec.Of<BoostedTreeEnsemble>("boosted", WriteEnsemble, ReadEnsemble),
        ModelCodec.Of("tree-classifier", (writer, model) => writer.Model(model.Tree), reader => new DecisionTreeClassifierModel(reader.Model<DecisionTree>())),
        ModelCodec.Of("tree-regressor", (writer, model) => writer.Model(model.Tree), reader => new DecisionTreeRegressorModel(reader.Model<DecisionTree>())),
        ModelCodec.Of("forest-classifier", (writer, model) => writer.Model(model.Forest), reader => new RandomForestClassifierModel(reader.Model<DecisionForest>(), null, [])),
        ModelCodec.Of("forest-regressor", (writer, model) => writer.Model(model.Forest), reader => new RandomForestRegressorModel(reader.Model<DecisionForest>(), null, [])),
        ModelCodec.Of("boosted-classifier", (writer, model) => writer.Model(model.Ensemble), reader => new GradientBoostedTreesClassifierModel(OneOutput(reader))),
        ModelCodec.Of("boosted-multiclass", (writer, model) => writer.Model(model.Ensemble), reader => new GradientBoostedTreesMulticlassModel(reader.Model<BoostedTreeEnsemble>())),
        ModelCodec.Of(
            "boosted-regressor",
            (writer, model) =>
            {
                writer.Model(model.Ensemble);
                writer.Whole((int)model.Loss);
            },
            reader =>
            {
                BoostedTreeEnsemble ensemble = OneOutput(reader);
                var loss = (BoostingLoss)reader.Whole();
                ModelReader.Require(Enum.IsDefined(loss), "a loss is not known");
                return new GradientBoostedTreesRegressorModel(ensemble, loss);
            }),
    ];

    private static BoostedTreeEnsemble OneOutput(ModelReader reader)
    {
        BoostedTreeEnsemble ensemble = reader.Model<BoostedTreeEnsemble>();
        ModelReader.Require(ensemble.OutputCount == 1, "boosted trees have more outputs than they should");
        return ensemble;
    }

    private static void WriteEnsemble(ModelWriter writer, BoostedTreeEnsemble ensemble)
    {
        writer.Whole(ensemble.FeatureCount);
        writer.Numbers(ensemble.BaseMargins);
        writer.Numbers(ensemble.ValidationLosses);
        writer.Whole(ensemble.Trees.Count);
        foreach (BoostedTree tree in ensemble.Trees)
        {
            TreeNodes.Write(writer, tree);
        }
    }

    private static BoostedTreeEnsemble ReadEnsemble(ModelReader reader)
    {
        int features = reader.Whole();
        double[] margins = reader.Numbers();
        double[] losses = reader.Numbers();
        BoostedTree[] trees = reader.List(own => TreeNodes.ReadBoosted(own, features));
        ModelReader.Require(features >= 0 && margins.Length > 0 && trees.Length % margins.Length == 0, "boosted trees do not go evenly into outputs");
        return new BoostedTreeEnsemble(features, margins, trees, losses);
    }
}
