using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Tests.Core.Analysis;

public class StageCacheTests
{
    [Fact]
    public void What_was_used_longest_ago_makes_room()
    {
        var cache = new StageCache(100);
        cache.Keep("a", "A", 40);
        cache.Keep("b", "B", 40);
        Assert.Equal("A", cache.Find<string>("a"));
        cache.Keep("c", "C", 40);
        Assert.Null(cache.Find<string>("b"));
        Assert.Equal("A", cache.Find<string>("a"));
        Assert.Equal("C", cache.Find<string>("c"));
        Assert.Equal(80, cache.Bytes);
    }

    [Fact]
    public void A_result_larger_than_the_cache_is_not_kept_and_drives_nothing_out()
    {
        var cache = new StageCache(100);
        cache.Keep("a", "A", 40);
        cache.Keep("huge", "B", 101);
        Assert.Equal("A", cache.Find<string>("a"));
        Assert.Null(cache.Find<string>("huge"));
    }

    [Fact]
    public void The_same_key_counts_once()
    {
        var cache = new StageCache(100);
        for (int i = 0; i < 10; i++)
        {
            cache.Keep("a", "A", 60);
        }

        Assert.Equal(1, cache.Count);
        Assert.Equal(60, cache.Bytes);
    }

    [Fact]
    public void Keys_tell_the_same_text_apart_when_it_is_divided_otherwise()
    {
        Assert.NotEqual(StageKey.Of(AnalysisStage.Import, "ab", "c"), StageKey.Of(AnalysisStage.Import, "a", "bc"));
        Assert.NotEqual(StageKey.Of(AnalysisStage.Import, "a"), StageKey.Of(AnalysisStage.Cleaning, "a"));
        Assert.Equal(StageKey.Of(AnalysisStage.Import, "a"), StageKey.Of(AnalysisStage.Import, "a"));
        Assert.Equal(64, StageKey.Of(AnalysisStage.Import, "a").Length);
    }
}
