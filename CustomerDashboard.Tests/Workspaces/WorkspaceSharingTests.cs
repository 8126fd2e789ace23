using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Workspaces;

/// <summary>Several workspaces and tabs in one program.</summary>
public sealed class WorkspaceSharingTests : WorkspaceProgram
{
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
    public async Task A_workspace_deleted_in_one_tab_is_let_go_of_in_the_other()
    {
        WorkspaceRegistry registry = Registry(out _);
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
