using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Workspaces;

/// <summary>What a run leaves behind, however it ends.</summary>
public sealed class WorkspaceTests : WorkspaceProgram
{
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
            Assert.Equal(1, new WorkspaceStore(Folder).Read(session.Current!.Id).Options.Seed);
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
        Directory.Delete(Path.Combine(Folder, "workspaces"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(Folder, "workspaces"), "in the way", Token);
        await Assert.ThrowsAnyAsync<IOException>(
            () => session.CreateSampleAsync(500, cancellationToken: Token).WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Null(session.Current);
    }
}
