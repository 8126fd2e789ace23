using System.CommandLine;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.CommandLine;

/// <summary><c>analyze FILE [--out DIR] [--recipe FILE] [--seed N] [--date-order ORDER] [--kind KIND] [--attributes FILE] [--save-models]</c>: the whole analysis without a browser.</summary>
public static class AnalyzeCommand
{
    private const string DayFirst = "day-first";
    private const string MonthFirst = "month-first";

    private const string Purchases = "transactions";
    private const string Attributes = "attributes";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The retail file: CSV, TSV, .gz, .zip, XLSX, XLS or XLSB." };
        // An option with a spelling mistake would otherwise be looked for as a file.
        file.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && given.Tokens[0].Value.StartsWith("--", StringComparison.Ordinal))
            {
                given.AddError($"'{given.Tokens[0].Value}' is no option of analyze. See --help.");
            }
        });
        var output = new Option<string?>("--out") { Description = "Folder to write to (default: the file's name with -analysis)." };
        var recipe = new Option<string?>("--recipe") { Description = "Settings saved from the dashboard (default: the standard recipe)." };
        var seed = new Option<int?>("--seed") { Description = "Seed of every random choice (default: the recipe's, 42)." };
        var dateOrder = new Option<string?>("--date-order")
        {
            Description = $"Which comes first in dates such as 01/02/2011: {DayFirst} or {MonthFirst} (default: as the rows of the file settle it).",
        };
        var kind = new Option<string?>("--kind")
        {
            Description = $"What one row of the file stands for: {Purchases} for a purchase, {Attributes} for a customer (default: as the columns and their content tell).",
        };
        kind.AcceptOnlyFromAmong(Purchases, Attributes);
        var attributes = new Option<string?>("--attributes") { Description = "A file with one row per customer, joined by customer id to a file of purchases." };
        var saveModels = new Option<bool>("--save-models") { Description = "Also write the leading model of every question to models/, to score other files with." };
        dateOrder.AcceptOnlyFromAmong(DayFirst, MonthFirst);
        var command = new Command("analyze", "Writes summary.json, recipe.json and CSV files of customers, segments, lifetime value, networks and rejected rows for a retail file.")
        {
            file, output, recipe, seed, dateOrder, kind, attributes, saveModels,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(recipe), parsed.GetValue(seed),
                parsed.GetValue(dateOrder), parsed.GetValue(kind), parsed.GetValue(attributes), parsed.GetValue(saveModels), parsed.InvocationConfiguration.Error, cancellationToken),
            CancellationToken.None));
        return command;
    }

    private static int Run(
        string file, string? output, string? recipe, int? seed, string? dateOrder, string? kind, string? attributes, bool saveModels, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            AnalysisOptions options = recipe is null ? AnalysisOptions.Default : Recipe.Load(recipe);
            if (seed is { } number)
            {
                options = options with { Seed = number };
            }

            if (dateOrder is not null)
            {
                options = options with { Import = options.Import with { DateOrder = dateOrder == DayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst } };
            }

            if (kind is not null)
            {
                options = options with { Import = options.Import with { Kind = kind == Purchases ? FileKind.Transactions : FileKind.CustomerAttributes } };
            }

            return new AnalyzeRun(error) { SaveModels = saveModels }.Run(file, output, attributes, options, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (ImportException question) when (question.Code == ImportErrorCode.DateOrderUnknown)
        {
            error.WriteLine(question.Message);
            error.WriteLine(
                $"Run it again with --date-order {DayFirst} or --date-order {MonthFirst}; in a recipe that is \"dateOrder\": \"{DateOrder.DayFirst}\" or \"{DateOrder.MonthFirst}\" under \"import\".");
            return ExitCodes.Failed;
        }
        catch (RecipeException fault)
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
