using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Tests.Core.Analysis;

public sealed class StageScheduleTests
{
    [Fact]
    public void Every_stage_has_its_line_and_needs_one_that_stands_before_it()
    {
        Assert.Equal(Enum.GetValues<AnalysisStage>(), StageDescription.All.Select(stage => stage.Stage).Order());
        Assert.Equal(1, StageDescription.All.Sum(stage => stage.Share), 12);
        Assert.All(StageDescription.All, stage => Assert.True(
            stage.Needs is not { } needed || StageDescription.Place(needed) < StageDescription.Place(stage.Stage), $"{stage.Stage}"));
    }

    [Fact]
    public async Task Only_so_many_run_at_a_time_and_of_those_that_wait_the_first_in_the_list_goes_first()
    {
        var schedule = new StageSchedule(2);
        using var gate = new ManualResetEventSlim();
        using var bothHold = new CountdownEvent(2);
        var order = new List<AnalysisStage>();
        int atWork = 0;
        int most = 0;
        Func<int, int> Work(AnalysisStage stage, bool holds) => _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atWork));
            if (holds)
            {
                bothHold.Signal();
                gate.Wait(TimeSpan.FromSeconds(30));
            }
            else
            {
                lock (order)
                {
                    order.Add(stage);
                }
            }

            Interlocked.Decrement(ref atWork);
            return 0;
        };
        Task<int> now = Task.FromResult(0);
        _ = schedule.After(AnalysisStage.Prediction, now, Work(AnalysisStage.Prediction, true));
        Task<int> features = schedule.After(AnalysisStage.Features, now, Work(AnalysisStage.Features, true));
        _ = schedule.After(AnalysisStage.Comparison, now, Work(AnalysisStage.Comparison, false));
        _ = schedule.After(AnalysisStage.Personas, now, Work(AnalysisStage.Personas, false));
        _ = schedule.After(AnalysisStage.Segmentation, features, Work(AnalysisStage.Segmentation, false));
        Assert.True(bothHold.Wait(TimeSpan.FromSeconds(30)));
        Assert.Empty(order);
        gate.Set();
        await Task.Run(schedule.Finish, TestContext.Current.CancellationToken);
        Assert.Equal(2, most);
        Assert.Equal(3, order.Count);
        Assert.True(order.IndexOf(AnalysisStage.Personas) < order.IndexOf(AnalysisStage.Comparison));
    }

    [Fact]
    public void What_a_stage_makes_possible_goes_before_what_waited_and_stands_further_down()
    {
        var schedule = new StageSchedule(1);
        using var gate = new ManualResetEventSlim();
        var order = new List<AnalysisStage>();
        Func<int, int> Work(AnalysisStage stage) => _ =>
        {
            gate.Wait(TimeSpan.FromSeconds(30));
            order.Add(stage);
            return 0;
        };
        Task<int> features = schedule.After(AnalysisStage.Features, Task.FromResult(0), Work(AnalysisStage.Features));
        _ = schedule.After(AnalysisStage.Comparison, Task.FromResult(0), Work(AnalysisStage.Comparison));
        _ = schedule.After(AnalysisStage.Personas, schedule.After(AnalysisStage.Segmentation, features, Work(AnalysisStage.Segmentation)), Work(AnalysisStage.Personas));
        gate.Set();
        schedule.Finish();
        Assert.Equal([AnalysisStage.Features, AnalysisStage.Segmentation, AnalysisStage.Personas, AnalysisStage.Comparison], order);
    }

    [Fact]
    public void What_went_wrong_is_thrown_when_nothing_is_at_work_any_more()
    {
        var schedule = new StageSchedule(1);
        bool ended = false;
        Task<int> broken = schedule.After<int, int>(AnalysisStage.Cleaning, Task.FromResult(0), _ => throw new InvalidOperationException("broken"));
        _ = schedule.After(AnalysisStage.Features, broken, _ => 1);
        _ = schedule.After(AnalysisStage.Prediction, Task.FromResult(0), _ =>
        {
            ended = true;
            return 1;
        });
        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(schedule.Finish).Message);
        Assert.True(ended);
    }
}
