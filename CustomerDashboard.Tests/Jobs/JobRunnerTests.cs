using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Jobs;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Tests.Jobs;

public class JobRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JobRunner Create(int concurrency = 1, int waiting = 10) =>
        new(Options.Create(new JobOptions { Concurrency = concurrency, MaximumWaiting = waiting }));

    [Fact]
    public async Task A_job_runs_reports_and_is_done()
    {
        await using JobRunner jobs = Create();
        var states = new List<JobState>();
        Job job = jobs.Enqueue(
            "w",
            (progress, _) => progress.Report(new AnalysisProgress(AnalysisStage.Cleaning, new WorkProgress("Cleaning", .5, 10, "rows"), .4)),
            changed => states.Add(changed.Snapshot.State));
        JobSnapshot last = await job.Completion.WaitAsync(Token);
        Assert.Equal(JobState.Done, last.State);
        Assert.Equal(1, last.Fraction);
        Assert.Equal(AnalysisStage.Cleaning, last.Stage);
        Assert.Equal(10, last.Done);
        Assert.Equal([JobState.Running, JobState.Running, JobState.Done], states);
    }

    [Fact]
    public async Task A_failure_becomes_words_and_the_queue_goes_on()
    {
        await using JobRunner jobs = Create();
        Job failing = jobs.Enqueue("w", (_, _) => throw new ArgumentException("Choose at least one feature.", "Features"));
        Job next = jobs.Enqueue("w", (_, _) => { });
        JobSnapshot failed = await failing.Completion.WaitAsync(Token);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Equal("Choose at least one feature.", failed.Message);
        Assert.Equal(JobState.Done, (await next.Completion.WaitAsync(Token)).State);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_at_its_next_look()
    {
        await using JobRunner jobs = Create();
        using var running = new ManualResetEventSlim();
        Job job = jobs.Enqueue("w", (_, cancellation) =>
        {
            running.Set();
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        });
        running.Wait(Token);
        job.Cancel();
        Assert.Equal(JobState.Cancelled, (await job.Completion.WaitAsync(Token)).State);
    }

    [Fact]
    public async Task A_waiting_job_is_cancelled_at_once_and_never_runs()
    {
        await using JobRunner jobs = Create();
        using var release = new ManualResetEventSlim();
        Job first = jobs.Enqueue("w", (_, _) => release.Wait(CancellationToken.None));
        bool ran = false;
        Job second = jobs.Enqueue("w", (_, _) => ran = true);
        second.Cancel();
        Assert.Equal(JobState.Cancelled, (await second.Completion.WaitAsync(Token)).State);
        release.Set();
        await first.Completion.WaitAsync(Token);
        Job last = jobs.Enqueue("w", (_, _) => { });
        await last.Completion.WaitAsync(Token);
        Assert.False(ran);
    }

    [Fact]
    public async Task No_more_run_at_once_than_allowed_and_no_more_wait()
    {
        await using JobRunner jobs = Create(concurrency: 2, waiting: 4);
        using var release = new ManualResetEventSlim();
        int running = 0, most = 0;
        var gate = new Lock();
        var accepted = new List<Job>();
        void Work(IProgress<AnalysisProgress> progress, CancellationToken cancellation)
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            release.Wait(CancellationToken.None);
            lock (gate)
            {
                running--;
            }
        }

        JobQueueFullException? refused = null;
        for (int i = 0; i < 20 && refused is null; i++)
        {
            try
            {
                accepted.Add(jobs.Enqueue("w", Work));
            }
            catch (JobQueueFullException full)
            {
                refused = full;
            }
        }

        release.Set();
        await Task.WhenAll(accepted.Select(job => job.Completion)).WaitAsync(Token);
        Assert.NotNull(refused);
        Assert.InRange(accepted.Count, 4, 6);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Progress_never_falls_and_is_told_sparingly()
    {
        await using JobRunner jobs = Create();
        int told = 0;
        double last = 0;
        bool fell = false;
        Job job = jobs.Enqueue(
            "w",
            (progress, _) =>
            {
                for (int i = 0; i < 10_000; i++)
                {
                    double fraction = i % 2 == 0 ? i / 10_000.0 : 0;
                    progress.Report(new AnalysisProgress(AnalysisStage.Import, new WorkProgress("Reading", fraction, i, "rows"), fraction));
                }
            },
            changed =>
            {
                told++;
                fell |= changed.Snapshot.Fraction < last;
                last = changed.Snapshot.Fraction;
            });
        await job.Completion.WaitAsync(Token);
        Assert.False(fell);
        Assert.True(told < 1000, $"The pages were told {told} times.");
    }

    [Fact]
    public async Task Closing_the_runner_cancels_what_is_left()
    {
        JobRunner jobs = Create();
        using var running = new ManualResetEventSlim();
        Job first = jobs.Enqueue("w", (_, cancellation) =>
        {
            running.Set();
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        });
        Job second = jobs.Enqueue("w", (_, _) => { });
        running.Wait(Token);
        await jobs.DisposeAsync();
        Assert.Equal(JobState.Cancelled, (await first.Completion.WaitAsync(Token)).State);
        Assert.Equal(JobState.Cancelled, (await second.Completion.WaitAsync(Token)).State);
    }
}
