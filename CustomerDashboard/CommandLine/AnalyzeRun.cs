using System.Diagnostics;
using System.Globalization;
using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.CommandLine;

/// <summary>One run of <c>analyze</c>: checks where to write, runs the pipeline, writes the files.</summary>
internal sealed class AnalyzeRun(TextWriter error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The summary first: without it nobody takes what is left for a whole result.
    private static readonly string[] Outputs =
    [
        "summary.json", "customers.csv", "segments.csv", "lifetime_value.csv", "rules.csv", "bundles.csv", "product_network.csv", "product_links.csv", "recommendations.csv", "rejected.csv", "recipe.json",
    ];

    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Whether the leading models are written too.</summary>
    public bool SaveModels { get; init; }

    public int Run(string file, string? output, string? attributes, AnalysisOptions options, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
        {
            error.WriteLine($"'{file}' is a folder. Name the retail file in it.");
            return ExitCodes.Failed;
        }

        if (!File.Exists(file))
        {
            error.WriteLine($"There is no file '{file}'. Check the path; relative paths start at {Environment.CurrentDirectory}.");
            return ExitCodes.Failed;
        }

        if (attributes is not null && !File.Exists(attributes))
        {
            error.WriteLine($"There is no file '{attributes}' to take customer attributes from.");
            return ExitCodes.Failed;
        }

        string folder = output ?? $"{DisplayName.WithoutExtensions(Path.GetFileName(file))}-analysis";
        if (!PrepareFolder(folder))
        {
            return ExitCodes.Failed;
        }

        AnalysisResult result = new AnalysisPipeline().Run(
            AnalysisInput.FromFile(file) with { Attributes = attributes is null ? null : AttributeSource.FromFile(attributes) }, options, new ConsoleProgress(error), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        WriteFiles(folder, file, result, cancellationToken);
        foreach (string note in result.Report.Notes.Concat(result.Notes))
        {
            error.WriteLine(note);
        }

        foreach (var (stage, outcome) in result.Stages.OrderBy(stage => stage.Key))
        {
            if (outcome.State != StageState.Ready)
            {
                error.WriteLine($"{stage}: {outcome.Message}");
            }
        }

        error.WriteLine(Account(result.Report));
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Wrote {Path.GetFullPath(folder)} in {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s."));
        return result.HasFailure ? ExitCodes.Partly : ExitCodes.Done;
    }

    /// <summary>What became of the rows of the file, and where those set aside can be looked up.</summary>
    private static string Account(ImportReport report)
    {
        string rows = string.Create(CultureInfo.InvariantCulture, $"{report.RowsRead:N0} rows read: {report.RowsKept:N0} kept, {report.RowsRejected:N0} set aside");
        return report.RowsRejected == 0 ? $"{rows}." : $"{rows}; rejected.csv lists those with line, column, value and reason.";
    }

    /// <summary>Finds out before minutes of work whether their result can be kept.</summary>
    private bool PrepareFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, ".write-test" + AtomicFile.PartialSuffix);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine($"Nothing can be written to '{folder}': {fault.Message} Choose another folder with --out.");
            return false;
        }
    }

    private void WriteFiles(string folder, string file, AnalysisResult result, CancellationToken cancellationToken)
    {
        // An earlier run may have had results that this one has not; left there, they would pass for this run's.
        foreach (string name in Outputs)
        {
            File.Delete(Path.Combine(folder, name));
        }

        if (result.Features is { } features)
        {
            WriteText(folder, "customers.csv", text => CustomersCsv.Write(
                text, features, result.Segments, result.Personas, result.Prediction, rfm: RfmScoring.TryScore(features, result.Segmentation?.Options.Rfm)));
            if (result.Segments is { } segments)
            {
                WriteText(folder, "segments.csv", text => SegmentsCsv.Write(text, features, segments, result.Personas));
            }
        }

        if (result.Baskets is { Itemsets: not null } baskets)
        {
            WriteText(folder, "rules.csv", text => RulesCsv.Write(text, baskets));
            WriteText(folder, "bundles.csv", text => BundlesCsv.Write(text, baskets));
        }

        if (result.ProductNetwork?.Network is { } network)
        {
            WriteText(folder, "product_network.csv", text => NetworkNodesCsv.Write(text, network));
            WriteText(folder, "product_links.csv", text => NetworkLinksCsv.Write(text, network));
        }

        if (result.LifetimeValue is { Chosen: not null } lifetime)
        {
            WriteText(folder, "lifetime_value.csv", text => LifetimeValueCsv.Write(text, lifetime.Customers));
        }

        if (SaveModels)
        {
            WriteModels(Path.Combine(folder, "models"), result);
        }

        if (result.Recommendation?.Engine is { } engine)
        {
            SegmentTastes? tastes = SegmentTastes.Of(result);
            WriteText(folder, "recommendations.csv", text => RecommendationsCsv.Write(
                text, engine, result.Options.Recommendation, tastes is null ? null : tastes.Of, null, cancellationToken));
        }

        WriteText(folder, "rejected.csv", text => RejectedCsv.Write(text, result.Report, file, cancellationToken));
        WriteText(folder, "recipe.json", text => text.Write(Recipe.ToJson(Settled(result))));
        // Last, so that a folder with a summary has everything else too.
        using var process = Process.GetCurrentProcess();
        long peak = process.PeakWorkingSet64;
        double seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        AtomicFile.Write(Path.Combine(folder, "summary.json"), stream => AnalysisSummary.Write(stream, result, peak, seconds));
    }

    private static void WriteModels(string folder, AnalysisResult result)
    {
        Directory.CreateDirectory(folder);
        foreach (string stale in Directory.GetFiles(folder, "*" + SavedModel.Extension))
        {
            File.Delete(stale);
        }

        foreach (SavedModel model in SavedModels.OfAll(result, DateTime.UtcNow))
        {
            string name = DisplayName.ForDownload(model.Info.Question.Id) + SavedModel.Extension;
            AtomicFile.Write(Path.Combine(folder, name), stream => SavedModelFile.Write(stream, model));
        }
    }

    /// <summary>
    /// The recipe with what was found out about the meaning of the columns written down, so that it says the same next
    /// time; format and sheets stay open, for they belong to this one file.
    /// </summary>
    internal static AnalysisOptions Settled(AnalysisResult result)
    {
        ImportOptions applied = result.Report.Applied;
        return result.Options with
        {
            Import = result.Options.Import with
            {
                Kind = result.Kind,
                Mapping = applied.Mapping,
                DateOrder = applied.DateOrder,
            },
        };
    }

    private static void WriteText(string folder, string name, Action<TextWriter> write) =>
        AtomicFile.Write(Path.Combine(folder, name), stream =>
        {
            using var text = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };
            write(text);
        });
}
