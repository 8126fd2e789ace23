using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Models that are a few coefficients, and support vector machines.</summary>
internal static class LinearCodecs
{
    public static IReadOnlyList<ModelCodec> All { get; } =
    [
        ModelCodec.Of(
            "logistic",
            (writer, model) =>
            {
                writer.Number(model.Intercept);
                writer.Numbers(model.Coefficients);
                writer.Number(model.InterceptStandardError);
                writer.Numbers(model.StandardErrors);
                writer.Number(model.LogLikelihood);
                writer.Whole(model.Iterations);
                writer.Flag(model.Converged);
            },
            reader =>
            {
                double intercept = reader.Number();
                double[] coefficients = reader.Numbers();
                return new LogisticRegressionModel(
                    intercept, coefficients, reader.Number(), reader.Numbers(coefficients.Length), reader.Number(), reader.Whole(), reader.Flag());
            }),
        ModelCodec.Of(
            "multinomial",
            (writer, model) =>
            {
                writer.Numbers(model.Intercepts);
                writer.Matrix(model.Coefficients);
                writer.Whole(model.Iterations);
                writer.Flag(model.Converged);
            },
            reader =>
            {
                double[] intercepts = reader.Numbers();
                Matrix coefficients = reader.Matrix();
                ModelReader.Require(intercepts.Length == coefficients.Rows, "a class has no intercept");
                return new MultinomialLogisticRegressionModel(intercepts, coefficients, reader.Whole(), reader.Flag());
            }),
        ModelCodec.Of(
            "linear",
            (writer, model) =>
            {
                writer.Number(model.Intercept);
                writer.Numbers(model.Coefficients);
                writer.Wholes(model.RedundantColumns);
            },
            reader => new LinearRegressionModel(reader.Number(), reader.Numbers(), reader.Wholes())),
        ModelCodec.Of<SupportVectorModel>("support-vectors", Write, ReadMachine),
        ModelCodec.Of(
            "sigmoid",
            (writer, model) =>
            {
                writer.Number(model.Slope);
                writer.Number(model.Offset);
            },
            reader => new SigmoidCalibration(reader.Number(), reader.Number())),
        ModelCodec.Of(
            "isotonic",
            (writer, model) =>
            {
                writer.Numbers(model.Scores);
                writer.Numbers(model.Probabilities);
            },
            reader =>
            {
                double[] scores = reader.Numbers();
                ModelReader.Require(scores.Length > 0, "a calibration is empty");
                return new IsotonicCalibration(scores, reader.Numbers(scores.Length));
            }),
    ];

    private static void Write(ModelWriter writer, SupportVectorModel model)
    {
        writer.Flag(model.Gamma.HasValue);
        if (model.Gamma is { } gamma)
        {
            writer.Number(gamma);
            writer.Matrix(model.SupportVectors!);
            writer.Numbers(model.DualCoefficients);
        }
        else
        {
            writer.Whole(model.SupportVectorCount);
            writer.Numbers(model.Coefficients);
        }

        writer.Number(model.Intercept);
        writer.Model(model.Calibration);
        writer.Whole(model.TrainingRows);
        writer.Long(model.Steps);
        writer.Flag(model.Converged);
    }

    private static SupportVectorModel ReadMachine(ModelReader reader)
    {
        if (!reader.Flag())
        {
            int supports = reader.Whole();
            double[] coefficients = reader.Numbers();
            return new SupportVectorModel(coefficients, supports, reader.Number())
            {
                Calibration = reader.Model<SigmoidCalibration>(),
                TrainingRows = reader.Whole(),
                Steps = reader.Long(),
                Converged = reader.Flag(),
            };
        }

        double gamma = reader.Number();
        Matrix vectors = reader.Matrix();
        double[] duals = reader.Numbers(vectors.Rows);
        return new SupportVectorModel(vectors, duals, new KernelValues(vectors, SupportVectorKernel.Rbf, gamma), gamma, reader.Number())
        {
            Calibration = reader.Model<SigmoidCalibration>(),
            TrainingRows = reader.Whole(),
            Steps = reader.Long(),
            Converged = reader.Flag(),
        };
    }
}
