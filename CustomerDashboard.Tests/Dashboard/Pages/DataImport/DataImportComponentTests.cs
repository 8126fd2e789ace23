using Bunit;
using CustomerDashboard.Components.Pages.DataImport;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Tests.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

public sealed class DataImportComponentTests : DashboardTestContext
{
    private static readonly FileLimits Limits = new(1L << 30, 8L << 30, 1000);

    [Fact]
    public async Task The_upload_shows_bytes_rate_and_time_left_and_believes_the_server_alone()
    {
        string? received = null;
        var drop = Render<FileDrop>(parameters => parameters.Add(d => d.Limits, Limits).Add(d => d.OnReceived, id => received = id));
        Assert.Contains("Up to 1 GB", drop.Markup, StringComparison.Ordinal);

        await drop.Instance.StartedAsync("shop.csv", 40 << 20);
        await drop.Instance.ProgressAsync(10 << 20, 40 << 20, 5 << 20);
        Assert.Equal("25", drop.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("10 MB of 40 MB", drop.Markup, StringComparison.Ordinal);
        Assert.Contains("5 MB/s", drop.Markup, StringComparison.Ordinal);
        Assert.Contains("6 s left", drop.Markup, StringComparison.Ordinal);

        await drop.Instance.ProgressAsync(40 << 20, 40 << 20, 5 << 20);
        Assert.Contains("Checking shop.csv", drop.Markup, StringComparison.Ordinal);
        Assert.Null(received);
        await drop.Instance.ReceivedAsync("w1", 40 << 20, 40 << 20);
        Assert.Equal("w1", received);
    }

    [Fact]
    public async Task An_upload_that_arrived_short_is_not_opened()
    {
        string? received = null;
        var drop = Render<FileDrop>(parameters => parameters.Add(d => d.Limits, Limits).Add(d => d.OnReceived, id => received = id));
        await drop.Instance.StartedAsync("shop.csv", 100);
        await drop.Instance.ReceivedAsync("w1", 90, 100);
        Assert.Null(received);
        Assert.Contains("arrived incomplete", drop.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_and_a_cancelled_upload_say_so_and_the_next_one_clears_it()
    {
        var drop = Render<FileDrop>(parameters => parameters.Add(d => d.Limits, Limits));
        await drop.Instance.StartedAsync("shop.csv", 100);
        await drop.Instance.FailedAsync(0, "");
        Assert.Contains("did not arrive", drop.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await drop.Instance.StartedAsync("shop.csv", 100);
        Assert.Empty(drop.FindAll("[role=alert]"));
        await drop.Instance.CancelledAsync();
        Assert.Contains("cancelled", drop.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_role_has_a_select_with_the_reason_of_the_guess()
    {
        ImportDraft? changed = null;
        var mapping = Render<RoleMapping>(parameters => parameters.Add(m => m.Draft, SmallFiles.Draft(SmallFiles.Retail)).Add(m => m.OnChange, draft => changed = draft));
        Assert.Equal(RoleCatalog.All.Count, mapping.FindAll("select").Count);
        var customer = mapping.FindAll("li").First(item => item.TextContent.Contains("who bought", StringComparison.Ordinal));
        Assert.Equal("CustomerID", customer.QuerySelector("option[selected]")?.TextContent);
        Assert.Contains("17850", customer.TextContent, StringComparison.Ordinal);

        customer.QuerySelector("select")!.Change("");
        Assert.NotNull(changed?.Obstacle);
        mapping.Render(parameters => parameters.Add(m => m.Draft, changed!));
        Assert.NotEmpty(mapping.FindAll("[aria-invalid=true]"));
        mapping.Find("button").Click();
        Assert.Null(changed!.Obstacle);
    }

    [Fact]
    public void A_role_without_a_column_says_what_will_be_missing()
    {
        var draft = SmallFiles.Draft(SmallFiles.Ambiguous);
        var editor = Render<MappingEditor>(parameters => parameters.Add(m => m.Draft, draft));
        Assert.Contains("no basket analysis", editor.Find(".roles").TextContent, StringComparison.Ordinal);
        Assert.Empty(editor.FindAll(".messages"));
        editor.Render(parameters => parameters.Add(m => m.Draft, draft.WithRole(ColumnRole.LineAmount, null)));
        Assert.Contains("how much was spent", editor.Find(".messages").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_readings_of_a_date_are_shown_and_one_can_be_chosen()
    {
        DateOrder? answer = null;
        var question = SmallFiles.Draft(SmallFiles.Ambiguous).DateQuestion!;
        var choice = Render<DateOrderChoice>(parameters => parameters.Add(c => c.Question, question).Add(c => c.OnChoose, order => answer = order));
        Assert.Contains(question.DayFirstReading!.Value.Day.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Markup, StringComparison.Ordinal);
        Assert.Equal(2, choice.FindAll("input[type=radio]:not([disabled])").Count);
        choice.FindAll("input")[1].Change(true);
        Assert.Equal(DateOrder.MonthFirst, answer);
    }

    [Fact]
    public void The_preview_names_the_roles_and_marks_what_is_empty()
    {
        var preview = Render<PreviewTable>(parameters => parameters.Add(p => p.Draft, SmallFiles.Draft("Customer,Date,Amount,Note\nA,2011-01-02,5.5,\nB,2011-01-03,6.5,x\nA,2011-02-03,7.5,y\n")));
        Assert.Equal(5, preview.FindAll("thead th").Count);
        Assert.Equal(3, preview.FindAll("tbody tr").Count);
        Assert.Contains("Line amount", preview.Find("thead").TextContent, StringComparison.Ordinal);
        Assert.Contains("empty", preview.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_with_the_same_columns_are_offered_together_and_another_group_replaces_them()
    {
        var profile = SmallFiles.Profile(SmallFiles.Retail);
        string[] columns = ["a", "b"];
        profile = profile with
        {
            Format = FileFormat.Xlsx,
            Sheets = [new("2009", columns, 10, true), new("2010", columns, 20, true), new("Notes", ["x"], 3, true)],
            SheetGroups = [new(["2009", "2010"], columns, 30), new(["Notes"], ["x"], 3)],
            ChosenSheets = ["2009", "2010"],
        };
        IReadOnlyList<string>? wanted = null;
        var summary = Render<FileSummary>(parameters => parameters.Add(s => s.Profile, profile).Add(s => s.OnSheets, sheets => wanted = sheets));
        var boxes = summary.FindAll("input[type=checkbox]");
        Assert.Equal([true, true, false], boxes.Select(box => box.HasAttribute("checked")));
        boxes[1].Change(false);
        Assert.Equal(["2009"], wanted);
        summary.FindAll("input[type=checkbox]")[2].Change(true);
        Assert.Equal(["Notes"], wanted);
    }

    [Fact]
    public void The_kind_of_file_comes_with_its_reason_and_can_be_switched()
    {
        FileKind? kind = null;
        var profile = SmallFiles.Profile(SmallFiles.Mall);
        var summary = Render<FileSummary>(parameters => parameters.Add(s => s.Profile, profile).Add(s => s.OnKind, chosen => kind = chosen));
        Assert.Contains(profile.KindReason, summary.Markup, StringComparison.Ordinal);
        Assert.Equal("A customer", summary.Find("button[aria-pressed=true]").TextContent);
        summary.Find("button[aria-pressed=false]").Click();
        Assert.Equal(FileKind.Transactions, kind);
    }

    [Fact]
    public void How_the_text_is_read_can_be_overridden()
    {
        ImportOptions? options = null;
        var reading = Render<ReadingOptions>(parameters => parameters
            .Add(r => r.Profile, SmallFiles.Profile(SmallFiles.European)).Add(r => r.Chosen, new ImportOptions()).Add(r => r.OnChange, changed => options = changed));
        Assert.Contains("as found: semicolon", reading.Markup, StringComparison.Ordinal);
        Assert.Contains("as found: comma", reading.Markup, StringComparison.Ordinal);
        reading.FindAll("select")[0].Change("3");
        Assert.Equal('\t', options!.Delimiter);
        reading.FindAll("select")[2].Change("2");
        Assert.False(options!.HasHeader);
    }

    [Fact]
    public void Columns_that_describe_customers_can_be_left_out()
    {
        ImportDraft? changed = null;
        var choice = Render<AttributeChoice>(parameters => parameters.Add(c => c.Draft, SmallFiles.Draft(SmallFiles.Mall)).Add(c => c.OnChange, draft => changed = draft));
        Assert.Equal(4, choice.FindAll("tbody tr").Count);
        Assert.Contains("category", choice.Find("tbody tr").TextContent, StringComparison.Ordinal);
        choice.Find("tbody input").Change(false);
        Assert.DoesNotContain("Genre", changed!.AttributeColumns);
    }

    [Fact]
    public void Read_is_kept_plus_set_aside()
    {
        var accounting = Render<ImportAccounting>(parameters => parameters.Add(a => a.Report, Report(1_000_000, 3)));
        Assert.Contains("1,000,000 read = 999,997 kept + 3 set aside", accounting.Markup, StringComparison.Ordinal);
        Assert.Contains("more than 99", accounting.Markup, StringComparison.Ordinal);
        Assert.Contains("A decision.", Render<ReadingNotes>(parameters => parameters.Add(n => n.Report, Report(10, 1))).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_rows_are_paged_and_filtered_by_reason()
    {
        var rows = Render<RejectedRows>(parameters => parameters.Add(r => r.Report, Report(500, 120)).Add(r => r.DownloadHref, "/x.csv"));
        Assert.Equal(50, rows.FindAll("tbody tr").Count);
        Assert.Contains("Rows 1 to 50 of 120", rows.Markup, StringComparison.Ordinal);
        rows.FindAll("button").First(button => button.TextContent == "Next").Click();
        Assert.Contains("Rows 51 to 100 of 120", rows.Markup, StringComparison.Ordinal);
        rows.FindAll(".reason").First(button => button.TextContent.StartsWith("Not a date", StringComparison.Ordinal)).Click();
        Assert.Contains("Rows 1 to 40 of 40", rows.Markup, StringComparison.Ordinal);
        Assert.All(rows.FindAll("tbody tr"), row => Assert.Contains("Not a date", row.TextContent, StringComparison.Ordinal));
        Assert.Equal("/x.csv", rows.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void The_size_of_the_sample_can_be_chosen()
    {
        var asked = 0;
        var sample = Render<SampleOffer>(parameters => parameters.Add(s => s.OnExplore, customers => asked = customers));
        sample.FindAll("button")[^1].Click();
        Assert.Equal(3000, asked);
        sample.Find("input").Change("500");
        sample.FindAll("button")[^1].Click();
        Assert.Equal(500, asked);
    }

    [Fact]
    public void A_recipe_is_applied_or_refused_in_words()
    {
        string? applied = null;
        var card = Render<RecipeCard>(parameters => parameters.Add(c => c.WorkspaceId, "w1").Add(c => c.Apply, json =>
        {
            if (json == "bad") throw new RecipeException("The recipe has a member 'sed' that does not exist.");
            applied = json;
            return Task.CompletedTask;
        }));
        var input = card.FindComponent<InputFile>();
        input.UploadFiles(InputFileContent.CreateFromText("bad", "recipe.json"));
        card.WaitForAssertion(() => Assert.Contains("'sed'", card.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        input.UploadFiles(InputFileContent.CreateFromText("{}", "recipe.json"));
        card.WaitForAssertion(() => Assert.Equal("{}", applied));
        Assert.Contains("is applied", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private static ImportReport Report(int read, int rejected) => new()
    {
        FileName = "shop.csv",
        Sha256 = new string('a', 64),
        FileBytes = 1234,
        RowsRead = read,
        RowsKept = read - rejected,
        RowsRejected = rejected,
        Rejected = [.. Enumerable.Range(0, rejected).Select(i => new RejectedRow(i + 2, null, "Date", "x", i % 3 == 0 ? "Not a date" : "Not a number"))],
        RejectedByReason = [new("Not a number", rejected - ((rejected + 2) / 3)), new("Not a date", (rejected + 2) / 3)],
        Notes = ["A decision."],
        Applied = new ImportOptions(),
    };
}
