using Bunit;
using CustomerDashboard.Components.Pages.DataImport;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

public sealed class WorkspaceListTests : DashboardTestContext
{
    private readonly List<string> calls = [];

    [Fact]
    public void Each_workspace_shows_its_file_figures_date_and_state()
    {
        var list = List(Info("a", "Spring", WorkspaceState.Ready), Info("b", "Autumn", WorkspaceState.Failed) with { Problem = "No row was kept." });
        var rows = list.FindAll("li");
        Assert.Contains("shop.csv, 37 MB", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1,067,371", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("5,942", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("2026", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Open", rows[0].QuerySelector(".chip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No row was kept.", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("/api/workspaces/b/recipe.json", rows[1].QuerySelector("a[download]")!.GetAttribute("href"));
    }

    [Fact]
    public void Open_and_duplicate_are_one_press()
    {
        var list = List(Info("a", "Spring", WorkspaceState.Ready));
        list.Find(".workspace-open").Click();
        Press(list, "Duplicate");
        Assert.Equal(["open a", "duplicate a"], calls);
    }

    [Fact]
    public void Renaming_is_typed_and_confirmed_and_escape_leaves_the_old_name()
    {
        var list = List(Info("a", "Spring", WorkspaceState.Ready));
        Press(list, "Rename");
        list.Find("input").Input("Summer");
        list.Find("form").Submit();
        Assert.Equal(["rename a Summer"], calls);
        Press(list, "Rename");
        list.Find("input").KeyDown("Escape");
        Assert.Empty(list.FindAll("form"));
    }

    [Fact]
    public void Deleting_asks_first()
    {
        var list = List(Info("a", "Spring", WorkspaceState.Ready));
        Press(list, "Delete");
        Assert.Contains("Delete \"Spring\"?", list.Markup, StringComparison.Ordinal);
        Assert.Empty(calls);
        Press(list, "Keep it");
        Assert.Empty(calls);
        Press(list, "Delete");
        Press(list, "Delete it");
        Assert.Equal(["delete a"], calls);
    }

    [Fact]
    public void A_workspace_that_cannot_be_read_back_can_only_be_deleted()
    {
        var list = List(Info("a", "Unreadable", WorkspaceState.Broken));
        Assert.Empty(list.FindAll(".workspace-open"));
        Assert.Equal(["Delete"], list.FindAll(".menu-item").Select(item => item.TextContent.Trim().Replace("delete", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refusal_is_shown_in_words()
    {
        var list = Render<WorkspaceList>(parameters => parameters
            .Add(l => l.Workspaces, [Info("a", "Spring", WorkspaceState.Ready)])
            .Add(l => l.OnOpen, (string _) => throw new WorkspaceException("This workspace does not exist any more.")));
        list.Find(".workspace-open").Click();
        Assert.Contains("does not exist any more", list.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<WorkspaceList> List(params WorkspaceInfo[] workspaces) => Render<WorkspaceList>(parameters => parameters
        .Add(l => l.Workspaces, workspaces)
        .Add(l => l.CurrentId, "a")
        .Add(l => l.OnOpen, id => calls.Add($"open {id}"))
        .Add(l => l.OnRename, renamed => calls.Add($"rename {renamed.Id} {renamed.Name}"))
        .Add(l => l.OnDuplicate, id => calls.Add($"duplicate {id}"))
        .Add(l => l.OnDelete, id => calls.Add($"delete {id}")));

    private static void Press(IRenderedComponent<WorkspaceList> list, string words) =>
        list.FindAll("button").First(button => button.TextContent.Trim().EndsWith(words, StringComparison.Ordinal)).Click();

    private static WorkspaceInfo Info(string id, string name, WorkspaceState state) => new()
    {
        Id = id,
        Name = name,
        State = state,
        SourceFile = "shop.csv",
        SourceBytes = 39020177,
        Rows = 1067371,
        Customers = 5942,
        Created = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        Changed = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
    };
}
