using System.Collections.Concurrent;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Workspaces;

/// <summary>What is shown while a run is still at work.</summary>
public sealed class WorkspaceEmergingTests : WorkspaceProgram
{
    /// <summary>Looks at every change for results that are not whole yet.</summary>
    private static ConcurrentQueue<(AnalysisStage Stage, AnalysisResult Result)> Watch(WorkspaceSession session)
    {
        var seen = new ConcurrentQueue<(AnalysisStage, AnalysisResult)>();
        session.Changed += () =>
        {
            foreach (AnalysisStage stage in Enum.GetValues<AnalysisStage>())
            {
                if (session.ResultFor(stage) is { } result && !ReferenceEquals(result, session.Result))
                {
                    seen.Enqueue((stage, result));
                }
            }
        };
        return seen;
    }

    [Fact]
    public async Task Stages_are_there_before_the_run_has_ended_and_the_whole_takes_their_place()
    {
        using WorkspaceSession session = Start();
        var seen = Watch(session);
        await session.CreateSampleAsync(200, cancellationToken: Token);
        await IdleAsync(session);
        Assert.Contains(seen, look => look is { Stage: AnalysisStage.Cleaning, Result: { Cleaning: not null, Features: null } });
        Assert.Contains(seen, look => look is { Stage: AnalysisStage.Segmentation, Result: { Segments: not null, Personas: null } });
        Assert.All(seen, look => Assert.True(look.Result.Stages.ContainsKey(look.Stage)));
        Assert.All(Enum.GetValues<AnalysisStage>(), stage => Assert.Same(session.Result, session.ResultFor(stage)));
    }

    [Fact]
    public async Task Stages_that_have_not_come_yet_are_shown_as_they_last_were()
    {
        using WorkspaceSession session = Start();
        await session.CreateSampleAsync(200, cancellationToken: Token);
        await IdleAsync(session);
        AnalysisResult good = session.Result!;
        var later = new ConcurrentQueue<AnalysisResult?>();
        session.Changed += () =>
        {
            if (session.ResultFor(AnalysisStage.Cleaning) is { } fresh && !ReferenceEquals(fresh, good) && fresh.Features is null)
            {
                later.Enqueue(session.ResultFor(AnalysisStage.Segmentation));
            }
        };
        await session.UpdateAsync(options => options with { Cleaning = options.Cleaning with { RemoveExactDuplicates = false } });
        await IdleAsync(session);
        Assert.NotEmpty(later);
        Assert.Contains(later, shown => ReferenceEquals(shown, good));
        Assert.NotSame(good, session.ResultFor(AnalysisStage.Segmentation));
    }

    [Fact]
    public async Task A_run_broken_off_leaves_what_it_had_come_to_only_where_there_was_nothing_before()
    {
        using WorkspaceSession session = Start();
        bool stop = true;
        session.Changed += () =>
        {
            if (stop && session.ResultFor(AnalysisStage.Cleaning) is { Cleaning: not null } && session.Job is { State: JobState.Running })
            {
                session.CancelJob();
            }
        };
        await session.CreateSampleAsync(200, cancellationToken: Token);
        await IdleAsync(session);
        Assert.Equal(JobState.Cancelled, session.Job!.State);
        Assert.Null(session.Result);
        Assert.NotNull(session.ResultFor(AnalysisStage.Cleaning)!.Cleaning);
        Assert.Null(session.ResultFor(AnalysisStage.Prediction));

        stop = false;
        await session.RunAsync();
        await IdleAsync(session);
        AnalysisResult good = session.Result!;
        session.Changed += () =>
        {
            if (!ReferenceEquals(session.ResultFor(AnalysisStage.Cleaning), good) && session.Job is { State: JobState.Running })
            {
                session.CancelJob();
            }
        };
        await session.UpdateAsync(options => options with { Cleaning = options.Cleaning with { RemoveExactDuplicates = false } });
        await IdleAsync(session);
        Assert.Equal(JobState.Cancelled, session.Job!.State);
        Assert.All(Enum.GetValues<AnalysisStage>(), stage => Assert.Same(good, session.ResultFor(stage)));
    }
}
