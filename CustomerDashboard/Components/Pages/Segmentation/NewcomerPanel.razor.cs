using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>Puts new customers into segments: one that is typed, or many from pasted or uploaded text.</summary>
public partial class NewcomerPanel : IAsyncDisposable
{
    private const int ShownRows = 100;
    private const long MaximumBytes = 2_000_000;

    private readonly Dictionary<string, string> told = [];
    private IReadOnlyList<NewCustomerField> fields = [];
    private DivisionView? built;
    private SegmentAssignment? single;
    private NewCustomerReading? reading;
    private IReadOnlyList<SegmentAssignment> assigned = [];
    private IJSObjectReference? module;
    private string text = "";
    private string? problem;
    private bool working;

    [Parameter, EditorRequired]
    public DivisionView View { get; set; } = default!;

    [Parameter]
    public string Currency { get; set; } = "";

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string Example() => string.Join(',', ["Customer", .. fields.Select(field => field.Id)]) + "\n" +
        string.Join('\n', View.Groups.Take(3).Select((segment, i) => string.Join(',', [$"Example {i + 1}", .. fields.Select(field => CellOf(field, segment.TypicalRow))])));

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(built, View))
        {
            return;
        }

        fields = NewCustomerField.Of(View.Table, View.Result);
        built = View;
        // Other segments: what was told stays, the answers are found anew.
        if (single is not null) await AssignTypedAsync();
        if (reading is not null) await AssignTextAsync();
    }

    private static string IdOf(NewCustomerField field) => "newcomer-" + new string([.. field.Id.Where(char.IsLetterOrDigit)]);

    private string UnitOf(NewCustomerField field) => field.Feature is { } feature
        ? feature.Unit == "share" ? "share, 0 to 1" : FeatureText.Unit(feature, Currency)
        : "";

    private static string TypicalOf(NewCustomerField field) => FeatureText.Rounded(field.Feature!, field.Typical);

    private void Tell(NewCustomerField field, string? value) => told[field.Id] = value?.Trim() ?? "";

    private Task FillTypicalAsync()
    {
        foreach (var field in fields)
        {
            told[field.Id] = field.Categories.Count > 0 ? field.Categories[0].Category : Math.Round(field.Typical, 2).ToString(CultureInfo.InvariantCulture);
        }

        return AssignTypedAsync();
    }

    private async Task AssignTypedAsync()
    {
        problem = null;
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var value = told.GetValueOrDefault(field.Id) ?? "";
            if (value.Length == 0)
            {
                continue;
            }

            if (field.Categories.Count > 0)
            {
                field.TryTell(value, values);
            }
            else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                values[field.Id] = number;
            }
        }

        if (values.Count == 0)
        {
            single = null;
            problem = "Tell at least one thing about the customer.";
            return;
        }

        single = await AssignAsync([new NewCustomer("This customer", values)]) is [var only, ..] ? only : null;
    }

    private async Task AssignTextAsync()
    {
        reading = NewCustomerReader.Read(text, fields);
        assigned = reading.Customers.Count == 0 ? [] : await AssignAsync(reading.Customers);
    }

    private async Task<IReadOnlyList<SegmentAssignment>> AssignAsync(IReadOnlyList<NewCustomer> customers)
    {
        working = true;
        var view = View;
        try
        {
            return await Task.Run(() => SegmentAssigner.Assign(view.Table, view.Result, view.Solution, customers));
        }
        catch (ArgumentException cannot)
        {
            problem = RefusedChange.Words(cannot);
            return [];
        }
        finally
        {
            working = false;
        }
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs change)
    {
        problem = null;
        try
        {
            using var reader = new StreamReader(change.File.OpenReadStream(MaximumBytes));
            text = await reader.ReadToEndAsync();
        }
        catch (JSDisconnectedException)
        {
            // The person left while the file was on its way; nobody is there to be told.
            return;
        }
        catch (IOException)
        {
            problem = $"{change.File.Name} is larger than 2 MB. New customers are read up to {NewCustomerReader.MaximumCustomers} at a time; split the file.";
            return;
        }

        await AssignTextAsync();
    }

    private void UseExample() => text = Example();

    private string CellOf(NewCustomerField field, int row)
    {
        if (field.Categories.Count == 0)
        {
            var value = View.Table[field.Id][row];
            return double.IsFinite(value) ? Math.Round(value, 2).ToString(CultureInfo.InvariantCulture) : "";
        }

        return field.Categories.FirstOrDefault(known => View.Table[known.FeatureId][row] > 0.5).Category ?? "";
    }

    private async Task SaveAsync()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        AssignmentsCsv.Write(output, [.. View.Result.Prepared!.FeatureIds], reading!.Customers, assigned, View.Names);
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/audience.js"]}");
        await module.InvokeVoidAsync("saveText", "new customers.csv", output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
        catch (TaskCanceledException)
        {
        }

        GC.SuppressFinalize(this);
    }
}
