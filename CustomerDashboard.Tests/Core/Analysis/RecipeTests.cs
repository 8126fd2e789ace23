using System.Globalization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Personas;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Analysis;

public class RecipeTests
{
    private static readonly Gen<AnalysisOptions> Options =
        from seed in ArbMap.Default.GeneratorFor<int>()
        from k in Gen.Choose(2, 12)
        from chosen in ArbMap.Default.GeneratorFor<bool>()
        from duplicates in ArbMap.Default.GeneratorFor<bool>()
        from scaling in Gen.Elements(Enum.GetValues<ScalingMethod>())
        from factor in Gen.Choose(1, 900)
        from days in Gen.Choose(1, 400)
        from day in Gen.Choose(0, 5000)
        from names in Gen.ListOf(Gen.Elements("France", "Österreich", "\"quoted\"", "日本", "a,b"))
        from profile in Gen.Elements(double.NaN, -1.5, 0.1 + 0.2, 1e-300)
        select new AnalysisOptions
        {
            Seed = seed,
            Import = new ImportOptions
            {
                Kind = chosen ? FileKind.Transactions : null,
                Delimiter = ';',
                DecimalMark = ',',
                DateOrder = DateOrder.DayFirst,
                Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "Kunden-Nr", [ColumnRole.Date] = "Tag" },
            },
            Cleaning = new CleaningOptions
            {
                RemoveExactDuplicates = duplicates,
                Outliers = new OutlierOptions { Enabled = chosen, Factor = factor / 100.0 },
                DateWindow = new DateWindowOptions { Enabled = true, From = new DateOnly(2000, 1, 1).AddDays(day) },
                Countries = new CountryOptions { Names = [.. names] },
            },
            Features = new FeatureOptions { Snapshot = new DateTime(2011, 12, 10, 12, 50, 0).AddDays(day), WholeDays = chosen },
            Segmentation = new() { ChosenK = chosen ? k : null, Scaling = scaling, Features = [FeatureIds.Recency, FeatureIds.Tenure] },
            Personas = new PersonaOptions { Currency = "€", Renames = [new PersonaRename("Stars", k, new Dictionary<string, double> { ["Recency"] = profile })] },
            Prediction = new() { HorizonDays = days },
        };

    [Fact]
    public void A_recipe_reads_back_as_it_was_written() => Prop.ForAll(Options.ToArbitrary(), options =>
    {
        string written = Recipe.ToJson(options);
        AnalysisOptions read = Recipe.Parse(written);
        Assert.Equal(written, Recipe.ToJson(read));
        Assert.True(Recipe.AreEqual(options, read));
        Assert.Equal(options.Seed, read.Seed);
        Assert.Equal(options.Segmentation.ChosenK, read.Segmentation.ChosenK);
        Assert.Equal(options.Features.Snapshot, read.Features.Snapshot);
        Assert.Equal(options.Import.Mapping![ColumnRole.Customer], read.Import.Mapping![ColumnRole.Customer]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_text_does_not_depend_on_the_culture(string culture)
    {
        string expected = Recipe.ToJson(AnalysisOptions.Default);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(expected, Recipe.ToJson(AnalysisOptions.Default));
            Assert.True(Recipe.AreEqual(AnalysisOptions.Default, Recipe.Parse(expected)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_left_out_keeps_its_default()
    {
        AnalysisOptions read = Recipe.Parse("""{ "segmentation": { "maxClusters": 8 } }""");
        Assert.Equal(8, read.Segmentation.MaxClusters);
        Assert.Equal(2, read.Segmentation.MinClusters);
        Assert.Equal(42, read.Seed);
        Assert.True(read.Cleaning.RemoveExactDuplicates);
    }

    [Theory]
    [InlineData("""{ "segmentaton": {} }""", "segmentaton")]
    [InlineData("""{ "segmentation": { "maxCluster": 8 } }""", "segmentation.maxCluster")]
    [InlineData("""{ "segmentation": { "maxClusters": "many" } }""", "segmentation.maxClusters")]
    [InlineData("""{ "segmentation": { "scaling": "Sideways" } }""", "segmentation.scaling")]
    [InlineData("""{ "seed": 4.5 }""", "seed")]
    [InlineData("""{ "cleaning": null }""", "cleaning")]
    public void A_wrong_member_is_named(string json, string member)
    {
        var thrown = Assert.Throws<RecipeException>(() => Recipe.Parse(json));
        Assert.Equal(member, thrown.Member);
        Assert.Contains(member, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "segmentaton": {} }""", "segmentation, ")]
    [InlineData("""{ "segmentation": { "maxCluster": 8 } }""", "maxClusters")]
    [InlineData("""{ "segmentation": { "maxClusters": "many" } }""", "a whole number")]
    [InlineData("""{ "segmentation": { "scaling": "Sideways" } }""", "\"Standard\", ")]
    [InlineData("""{ "segmentation": { "logTransform": 1 } }""", "true or false")]
    [InlineData("""{ "segmentation": { "features": "Recency" } }""", "a list in square brackets")]
    [InlineData("""{ "segmentation": { "hierarchical": { "linkage": "Warden" } } }""", "\"Ward\"")]
    [InlineData("""{ "import": { "dateOrder": "first" } }""", "\"DayFirst\"")]
    [InlineData("""{ "cleaning": 5 }""", "an object in braces")]
    public void What_is_allowed_is_listed_and_no_type_of_the_program_is_named(string json, string allowed)
    {
        string words = Assert.Throws<RecipeException>(() => Recipe.Parse(json)).Message;
        Assert.Contains(allowed, words, StringComparison.Ordinal);
        Assert.DoesNotContain("CustomerDashboard.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_out_of_range_is_refused_with_the_limits()
    {
        var thrown = Assert.Throws<RecipeException>(() => Recipe.Parse("""{ "segmentation": { "maxClusters": 5000 } }"""));
        Assert.Contains("maxClusters", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("50", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"seed\": 1")]
    [InlineData("CustomerID,Country\n1,France")]
    public void What_is_no_recipe_is_refused_in_words(string text)
    {
        var thrown = Assert.Throws<RecipeException>(() => Recipe.Parse(text));
        Assert.Contains("recipe", thrown.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LineNumber", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_written_to_a_file_is_read_back()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            AnalysisOptions options = AnalysisOptions.Default with { Seed = 7 };
            File.WriteAllText(path, Recipe.ToJson(options));
            Assert.True(Recipe.AreEqual(options, Recipe.Load(path)));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains(path, Assert.Throws<RecipeException>(() => Recipe.Load(path)).Message, StringComparison.Ordinal);
    }
}
