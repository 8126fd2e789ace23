using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Tests.Workspaces;

public sealed class WorkspaceTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<JobRunner> _runners = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (JobRunner runner in _runners)
        {
            await runner.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>What a started program has; called again it is the program after a restart.</summary>
    private WorkspaceSession Start(int loaded = 4) => Start(out _, loaded);

    private WorkspaceSession Start(out JobRunner jobs, int loaded = 4, JobOptions? options = null)
    {
        jobs = new JobRunner(Options.Create(options ?? new JobOptions()));
        _runners.Add(jobs);
        return new WorkspaceSession(new WorkspaceRegistry(
            new WorkspaceStore(_folder.Path), jobs, Options.Create(new WorkspaceOptions { LoadedResults = loaded })));
    }

    private async Task<string> UploadAsync(string content, string name = "shop.csv")
    {
        var store = new WorkspaceStore(_folder.Path);
        return (await store.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, 1 << 30, null, Token)).Id;
    }

    private static async Task IdleAsync(WorkspaceSession session) => await session.Current!.WhenIdleAsync().WaitAsync(TimeSpan.FromMinutes(2), Token);

    private static string Sample(int customers = 120)
    {
        using var text = new StringWriter();
        SampleRetailer.WriteTransactions(text, new SampleOptions { Customers = customers }, null, Token);
        return text.ToString();
    }

    [Fact]
    public async Task The_sample_is_created_opened_and_analysed()
    {
        using WorkspaceSession session = Start();
        int told = 0;
        session.Changed += () => Interlocked.Increment(ref told);
        await session.CreateSampleAsync(120, cancellationToken: Token);
        await IdleAsync(session);
        Assert.Null(session.Problem);
        Assert.Equal(120, session.Result!.Features!.RowCount);
        Assert.False(session.IsStale);
        Assert.Equal(JobState.Done, session.Job!.State);
        Assert.True(told > 2);
        Assert.Equal(120, Assert.Single(session.List()).Customers);
    }

    [Fact]
    public async Task A_workspace_survives_a_restart_with_its_settings_and_result()
    {
        using (WorkspaceSession session = Start())
        {
            await session.CreateSampleAsync(120, cancellationToken: Token);
            await session.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 5 } });
            await IdleAsync(session);
        }

        using WorkspaceSession restarted = Start();
        await restarted.EnsureOpenAsync();
        await IdleAsync(restarted);
        Assert.Equal(5, restarted.Result!.Segments!.K);
        Assert.Equal(5, restarted.Options.Segmentation.ChosenK);
    }

    [Fact]
    public async Task An_upload_waits_for_its_mapping_to_be_confirmed()
    {
        using WorkspaceSession session = Start();
        await session.OpenAsync(await UploadAsync(Sample()));
        Assert.True(session.AwaitsConfirmation);
        Assert.Null(session.Result);
        await session.UpdateAsync(options => options with { Seed = 3 });
        Assert.Null(session.Job);
        Assert.NotNull(await session.ProfileAsync(null, Token));
        await session.RunAsync();
        await IdleAsync(session);
        Assert.False(session.AwaitsConfirmation);
        Assert.Equal(3, session.Result!.Options.Seed);
    }

    [Fact]
    public async Task The_last_of_many_changes_wins()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(120, cancellationToken: Token);
        for (int k = 3; k <= 9; k++)
        {
            int chosen = k;
            await session.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = chosen } });
        }

        await IdleAsync(session);
        Assert.Equal(9, session.Result!.Segments!.K);
        Assert.False(session.IsStale);
    }

    [Fact]
    public async Task A_failed_run_says_why_and_leaves_the_last_good_result()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(120, cancellationToken: Token);
        await IdleAsync(session);
        AnalysisResult good = session.Result!;
        await session.UpdateAsync(options => options with
        {
            Cleaning = options.Cleaning with { MinimumOrders = options.Cleaning.MinimumOrders with { Enabled = true, Orders = 10_000 } },
        });
        await IdleAsync(session);
        Assert.Same(good, session.Result);
        Assert.NotNull(session.Problem);
        Assert.True(session.IsStale);
        await session.UndoAsync();
        await IdleAsync(session);
        Assert.Null(session.Problem);
        Assert.False(session.IsStale);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_the_last_good_result()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(120, cancellationToken: Token);
        await IdleAsync(session);
        AnalysisResult good = session.Result!;
        await session.UpdateAsync(options => options with { Seed = 99 });
        session.CancelJob();
        await IdleAsync(session);
        if (session.Job!.State == JobState.Cancelled)
        {
            Assert.Same(good, session.Result);
        }

        Assert.NotNull(session.Result);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_gives_a_problem_and_a_listed_workspace()
    {
        using WorkspaceSession session = Start();
        await session.OpenAsync(await UploadAsync("\u0000\u0001\u0002\u0003", "picture.csv"));
        await session.RunAsync();
        await IdleAsync(session);
        Assert.Equal(JobState.Failed, session.Job!.State);
        Assert.Contains("picture.csv", session.Problem, StringComparison.Ordinal);
        Assert.Null(session.Result);
        WorkspaceInfo info = Assert.Single(session.List());
        Assert.Equal(WorkspaceState.Failed, info.State);
        Assert.Equal(session.Problem, info.Problem);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_change_nothing()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(120, cancellationToken: Token);
        AnalysisOptions before = session.Options;
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => session.UpdateAsync(options => options with { Segmentation = options.Segmentation with { Features = [] } }));
        await Assert.ThrowsAsync<RecipeException>(() => session.ApplyRecipeAsync("{ \"sed\": 1 }"));
        Assert.True(Recipe.AreEqual(before, session.Options));
        await IdleAsync(session);
    }

    [Fact]
    public async Task Undo_survives_a_restart()
    {
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(60, cancellationToken: Token);
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 3 } });
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 5 } });
            await IdleAsync(before);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.True(after.CanUndo);
        await after.UndoAsync();
        Assert.Equal(3, after.Options.Segmentation.ChosenK);
        await after.UndoAsync();
        Assert.Null(after.Options.Segmentation.ChosenK);
        Assert.False(after.CanUndo);
        await IdleAsync(after);
    }

    [Fact]
    public async Task Segments_keep_their_colours_when_k_changes_and_after_a_restart()
    {
        Dictionary<string, int> Worn(WorkspaceSession session) => session.Result!.Features!.CustomerIds
            .Select((id, row) => (id, session.Result.Segments!.Segments[session.Result.Segments.Labels[row]].ColourSlot)).ToDictionary();
        Dictionary<string, int> first;
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(200, cancellationToken: Token);
            await IdleAsync(before);
            int suggested = before.Result!.Segmentation!.ChosenK;
            Dictionary<string, int> atFirst = Worn(before);
            string[] names = [.. before.Result.Personas!.Personas.Select(persona => persona.Name)];
            foreach (int k in (int[])[7, 3, suggested])
            {
                await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = k } });
                await IdleAsync(before);
            }

            // There and back again restores colours and names.
            Assert.Equal(atFirst, Worn(before));
            Assert.Equal(names, before.Result.Personas!.Personas.Select(persona => persona.Name));
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 3 } });
            await IdleAsync(before);
            first = Worn(before);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.Equal(first, Worn(after));
        await after.UpdateAsync(options => options with { Seed = 5 });
        await IdleAsync(after);
        Dictionary<string, int> now = Worn(after);
        Assert.True(first.Count(pair => now[pair.Key] == pair.Value) > 0.9 * first.Count);
    }

    [Fact]
    public async Task Attributes_are_joined_survive_a_restart_and_can_be_taken_away()
    {
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(60, cancellationToken: Token);
            await IdleAsync(before);
            string[] ids = before.Result!.Features!.CustomerIds;
            string ages = "CustomerID,Age\n" + string.Join('\n', ids.Select((id, i) => $"{id},{20 + (i % 50)}"));
            await before.AddAttributesAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ages)), "ages.csv", 1 << 20, Token);
            await IdleAsync(before);
            Assert.Equal(21, before.Result!.Features!["Age"][1]);
            await Assert.ThrowsAsync<UploadTooLargeException>(() => before.AddAttributesAsync(new MemoryStream(new byte[100]), "big.csv", 10, Token));
            Assert.Equal("ages.csv", before.Current!.Record.AttributesFile);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.Equal(21, after.Result!.Features!["Age"][1]);
        await after.RemoveAttributesAsync();
        await IdleAsync(after);
        Assert.DoesNotContain(after.Result!.Features!.Definitions, definition => definition.Id == "Age");
        Assert.Null(after.Current!.Record.AttributesFile);
    }

    [Fact]
    public async Task Undo_goes_back_one_change_at_a_time()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(60, cancellationToken: Token);
        await session.UpdateAsync(options => options with { Seed = 1 });
        await session.UpdateAsync(options => options with { Seed = 2 });
        await session.UpdateAsync(options => options with { Seed = 2 });
        await session.UndoAsync();
        Assert.Equal(1, session.Options.Seed);
        await session.UndoAsync();
        Assert.Equal(42, session.Options.Seed);
        Assert.False(session.CanUndo);
        await IdleAsync(session);
    }

    [Fact]
    public async Task Results_beyond_the_limit_make_room_and_come_back_when_looked_at()
    {
        using WorkspaceSession session = Start(loaded: 1);
        await session.CreateSampleAsync(60, cancellationToken: Token);
        await IdleAsync(session);
        Workspace first = session.Current!;
        await session.CreateSampleAsync(70, cancellationToken: Token);
        await IdleAsync(session);
        Assert.NotNull(session.Result);
        Assert.Null(first.Result);
        await session.OpenAsync(first.Id);
        await IdleAsync(session);
        Assert.Equal(60, session.Result!.Features!.RowCount);
    }

    [Fact]
    public async Task A_result_that_the_settings_would_not_bring_back_does_not_make_room()
    {
        using WorkspaceSession session = Start(loaded: 1);
        await session.CreateSampleAsync(60, cancellationToken: Token);
        await IdleAsync(session);
        Workspace first = session.Current!;
        await session.UpdateAsync(options => options with { Seed = 3 });
        session.CancelJob();
        await IdleAsync(session);
        bool cancelled = session.Job!.State == JobState.Cancelled;
        await session.CreateSampleAsync(70, cancellationToken: Token);
        await IdleAsync(session);
        Assert.Equal(cancelled, first.Result is not null);
    }

    [Fact]
    public async Task A_full_queue_leaves_the_settings_as_they_were()
    {
        using var gate = new ManualResetEventSlim();
        using WorkspaceSession session = Start(out JobRunner jobs, options: new JobOptions { Concurrency = 1, MaximumWaiting = 1 });
        await session.CreateSampleAsync(60, cancellationToken: Token);
        await IdleAsync(session);
        await session.UpdateAsync(options => options with { Seed = 1 });
        await IdleAsync(session);
        AnalysisOptions before = session.Options;
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        jobs.Enqueue("other", (_, stop) =>
        {
            running.TrySetResult();
            gate.Wait(stop);
        });
        await running.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Job waiting = jobs.Enqueue("other", (_, _) => { });
        try
        {
            await Assert.ThrowsAsync<JobQueueFullException>(() => session.UpdateAsync(options => options with { Seed = 2 }));
            Assert.True(Recipe.AreEqual(before, session.Options));
            await Assert.ThrowsAsync<JobQueueFullException>(session.UndoAsync);
            Assert.True(Recipe.AreEqual(before, session.Options));
            Assert.True(session.CanUndo);
            Assert.Equal(JobState.Done, session.Job!.State);
            Assert.Equal(1, new WorkspaceStore(_folder.Path).Read(session.Current!.Id).Options.Seed);
        }
        finally
        {
            gate.Set();
        }

        await waiting.Completion.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await session.UndoAsync();
        Assert.Equal(42, session.Options.Seed);
        Assert.False(session.CanUndo);
        await IdleAsync(session);
    }

    [Fact]
    public async Task A_sample_that_cannot_be_kept_ends_with_the_reason()
    {
        using WorkspaceSession session = Start();
        Directory.Delete(Path.Combine(_folder.Path, "workspaces"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "workspaces"), "in the way", Token);
        await Assert.ThrowsAnyAsync<IOException>(
            () => session.CreateSampleAsync(500, cancellationToken: Token).WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Null(session.Current);
    }

    [Fact]
    public async Task The_same_file_under_another_name_is_read_back_after_a_restart()
    {
        string content = Sample(60);
        using (WorkspaceSession session = Start())
        {
            foreach (string name in (string[])["first.csv", "second.csv"])
            {
                await session.OpenAsync(await UploadAsync(content, name));
                await session.RunAsync();
                await IdleAsync(session);
                Assert.Equal(name, session.Result!.Report.FileName);
            }
        }

        foreach (WorkspaceInfo info in new WorkspaceStore(_folder.Path).List())
        {
            string folder = Path.Combine(_folder.Path, "workspaces", info.Id);
            Assert.NotEmpty(Directory.GetFiles(folder, "import-*.report.json"));
        }
    }

    [Fact]
    public async Task A_workspace_deleted_in_one_tab_is_let_go_of_in_the_other()
    {
        var jobs = new JobRunner(Options.Create(new JobOptions()));
        _runners.Add(jobs);
        var registry = new WorkspaceRegistry(new WorkspaceStore(_folder.Path), jobs, Options.Create(new WorkspaceOptions()));
        using var here = new WorkspaceSession(registry);
        using var there = new WorkspaceSession(registry);
        await here.CreateSampleAsync(60, cancellationToken: Token);
        await IdleAsync(here);
        await there.OpenAsync(here.Current!.Id);
        int told = 0;
        there.Changed += () => Interlocked.Increment(ref told);
        await here.DeleteAsync(here.Current.Id);
        Assert.Null(there.Current);
        Assert.NotEqual(0, told);
    }

    [Fact]
    public async Task A_copy_lives_on_when_the_original_is_deleted()
    {
        using WorkspaceSession first = Start();
        await first.CreateSampleAsync(60, cancellationToken: Token);
        await IdleAsync(first);
        string id = first.Current!.Id;
        await first.RenameAsync(id, "Shared");
        Assert.Equal("Shared", first.Current!.Record.Name);
        string copy = await first.DuplicateAsync(id);
        await first.DeleteAsync(id);
        Assert.Null(first.Current);
        Assert.Equal(copy, Assert.Single(first.List()).Id);
        await first.OpenAsync(copy);
        await IdleAsync(first);
        Assert.Equal(60, first.Result!.Features!.RowCount);
    }
}
