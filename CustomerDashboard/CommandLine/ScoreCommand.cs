using System.CommandLine;
using System.Globalization;
using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Learning.Persistence;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.CommandLine;

/// <summary><c>score FILE --model MODEL [--out DIR] [--date-order ORDER]</c>: scores the customers of a file with a saved model.</summary>
public static class ScoreCommand
{
    private const string DayFirst = "day-first";
    private const string MonthFirst = "month-first";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file whose customers are scored." };
        var model = new Option<string>("--model") { Description = $"The saved model ({SavedModel.Extension}).", Required = true };
        var output = new Option<string?>("--out") { Description = "Folder to write scores.csv to (default: the file's name with -scores)." };
        var dateOrder = new Option<string?>("--date-order")
        {
            Description = $"Which comes first in dates such as 01/02/2011: {DayFirst} or {MonthFirst} (default: as the rows of the file settle it).",
        };
        dateOrder.AcceptOnlyFromAmong(DayFirst, MonthFirst);
        var command = new Command("score", "Writes scores.csv for a new file by a model saved from the dashboard or by analyze --save-models.") { file, model, output, dateOrder };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(model), parsed.GetValue(output), parsed.GetValue(dateOrder),
                parsed.InvocationConfiguration.Error, cancellationToken),
            CancellationToken.None));
        return command;
    }

    private static int Run(string file, string modelFile, string? output, string? dateOrder, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            foreach (string path in new[] { file, modelFile })
            {
                if (!File.Exists(path))
                {
                    error.WriteLine($"There is no file '{path}'. Check the path; relative paths start at {Environment.CurrentDirectory}.");
                    return ExitCodes.Failed;
                }
            }

            SavedModel model;
            using (FileStream stream = File.OpenRead(modelFile))
            {
                model = SavedModelFile.Read(stream);
            }

            error.WriteLine($"{model.Info.Question.Title} {model.Info.ModelName}, learned from {model.Info.DataFile}.");
            ImportOptions? import = dateOrder is null
                ? null
                : new ImportOptions { DateOrder = dateOrder == DayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst };
            ScoredFile scored = SavedModelScoring.Run(file, Path.GetFileName(file), model, import, null, cancellationToken);
            string folder = output ?? $"{Workspaces.DisplayName.WithoutExtensions(Path.GetFileName(file))}-scores";
            Directory.CreateDirectory(folder);
            AtomicFile.Write(Path.Combine(folder, "scores.csv"), stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
                ScoresCsv.Write(text, scored);
            });
            foreach (string note in scored.Notes)
            {
                error.WriteLine(note);
            }

            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Wrote the scores of {scored.Customers.Count:N0} customers to {Path.GetFullPath(Path.Combine(folder, "scores.csv"))}."));
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (Exception fault) when (fault is ModelFileException or ModelDoesNotFitException or ImportException or NothingLeftException or RecipeException)
        {
            error.WriteLine(fault.Message);
            return ExitCodes.Failed;
        }
#pragma warning disable CA1031 // Whoever runs this from a script gets words and an exit code, never a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            error.WriteLine(Jobs.JobFailure.Describe(fault));
            return ExitCodes.Failed;
        }
    }
}
