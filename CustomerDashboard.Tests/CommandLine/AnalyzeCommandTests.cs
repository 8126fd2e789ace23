using System.Globalization;
using System.Text.Json;
using CustomerDashboard.CommandLine;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.CommandLine;

public sealed class AnalyzeCommandTests : AnalyzeProgram
{
    [Fact]
    public async Task A_sample_is_analysed_from_end_to_end()
    {
        string sample = await SampleAsync();
        Assert.True(File.Exists(Folder.File("shop.planted.csv")));
        string output = Folder.File("out");
        var (code, error) = await RunAsync("analyze", sample, "--out", output, "--seed", "11");
        Assert.True(code == ExitCodes.Done, error);
        Assert.Equal(
            ["bundles.csv", "customers.csv", "lifetime_value.csv", "product_links.csv", "product_network.csv", "recipe.json", "recommendations.csv", "rejected.csv", "rules.csv", "segments.csv", "summary.json"],
            Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(201, (await File.ReadAllLinesAsync(Path.Combine(output, "customers.csv"), Token)).Length);
        Assert.Equal(11, Recipe.Load(Path.Combine(output, "recipe.json")).Seed);
        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "summary.json"), Token));
        JsonElement root = summary.RootElement;
        foreach (string member in (string[])["input", "cleaning", "features", "segmentation", "projection", "prediction", "baskets", "recommendations", "productNetwork", "customerNetwork", "timings", "peakMemoryMb", "seed", "version"])
        {
            Assert.True(root.TryGetProperty(member, out _), $"summary.json has no {member}.");
        }

        JsonElement input = root.GetProperty("input");
        Assert.Equal(input.GetProperty("rowsRead").GetInt32(), input.GetProperty("rowsKept").GetInt32() + input.GetProperty("rowsRejected").GetInt32());
        Assert.Equal(200, root.GetProperty("segmentation").GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("customers").GetInt32()));
        Assert.Equal(11, root.GetProperty("segmentation").GetProperty("sweep").GetArrayLength());
        Assert.True(root.GetProperty("prediction").GetProperty("repeatPurchase").GetProperty("models").GetArrayLength() >= 2);
        JsonElement[] holdouts = [.. ((string[])["repeatPurchase", "churn"]).Select(
            question => root.GetProperty("prediction").GetProperty(question).GetProperty("models")[0].GetProperty("holdout"))];
        Assert.All(holdouts, holdout => Assert.True(holdout.TryGetProperty("averagePrecision", out _)));
        // The page asks both questions at the threshold of the options.
        Assert.Equal(holdouts[0].GetProperty("threshold").GetDouble(), holdouts[1].GetProperty("threshold").GetDouble());
        Assert.Contains("%", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_recipe_gives_the_same_customers_again()
    {
        string sample = await SampleAsync();
        Assert.Equal(ExitCodes.Done, (await RunAsync("analyze", sample, "--out", Folder.File("a"))).Code);
        var (code, error) = await RunAsync("analyze", sample, "--out", Folder.File("b"), "--recipe", Folder.File(Path.Combine("a", "recipe.json")));
        Assert.True(code == ExitCodes.Done, error);
        Assert.Equal(
            await File.ReadAllTextAsync(Folder.File(Path.Combine("a", "customers.csv")), Token),
            await File.ReadAllTextAsync(Folder.File(Path.Combine("b", "customers.csv")), Token));
    }

    [Fact]
    public async Task Dates_that_no_row_settles_name_the_option_that_does()
    {
        string file = Folder.File("open.csv");
        await File.WriteAllTextAsync(file, "customer;date;amount\nc1;01.02.2011;5\nc2;02.03.2011;six\n" + string.Concat(Enumerable.Range(1, 8).Select(day => $"c1;0{day}.09.2011;7\n")), Token);
        var (code, error) = await RunAsync("analyze", file, "--out", Folder.File("out"));
        Assert.Equal(ExitCodes.Failed, code);
        foreach (string expected in (string[])["1 February 2011 or 2 January 2011", "--date-order day-first", "--date-order month-first", "\"dateOrder\": \"DayFirst\""])
        {
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }

        (_, error) = await RunAsync("analyze", file, "--out", Folder.File("out"), "--date-order", "month-first");
        Assert.Contains("10 rows read: 9 kept, 1 set aside; rejected.csv lists those", error, StringComparison.Ordinal);
        Assert.Equal(DateOrder.MonthFirst, Recipe.Load(Folder.File(Path.Combine("out", "recipe.json"))).Import.DateOrder);
        (code, error) = await RunAsync("analyze", file, "--out", Folder.File("out"), "--date-order", "sideways");
        Assert.True(code != ExitCodes.Done, error);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_bytes_do_not_depend_on_the_culture(string culture)
    {
        string sample = await SampleAsync();
        string[] names = ["customers.csv", "segments.csv", "rejected.csv", "recipe.json"];
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? threads = CultureInfo.DefaultThreadCurrentCulture;
        Assert.Equal(ExitCodes.Done, (await RunAsync("analyze", sample, "--out", Folder.File("en"))).Code);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
            Assert.Equal(ExitCodes.Done, (await RunAsync("analyze", sample, "--out", Folder.File(culture))).Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = threads;
        }

        foreach (string name in names)
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Folder.File(Path.Combine("en", name)), Token),
                await File.ReadAllBytesAsync(Folder.File(Path.Combine(culture, name)), Token));
        }
    }

    [Fact]
    public async Task The_bytes_do_not_depend_on_the_number_of_processors()
    {
        string sample = await SampleAsync(400);
        foreach (string processors in (string[])["1", "2"])
        {
            (int code, _, string error) = await ServerProcess.RunAsync(
                [new("DOTNET_PROCESSOR_COUNT", processors)], Token, "analyze", sample, "--out", Folder.File(processors));
            Assert.True(code == ExitCodes.Done, error);
        }

        foreach (string name in (string[])["customers.csv", "segments.csv"])
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Folder.File(Path.Combine("1", name)), Token),
                await File.ReadAllBytesAsync(Folder.File(Path.Combine("2", name)), Token));
        }
    }

    [Fact]
    public async Task Nothing_of_an_earlier_run_is_left_in_theFolder()
    {
        string sample = await SampleAsync();
        string output = Folder.File("out");
        Assert.Equal(ExitCodes.Done, (await RunAsync("analyze", sample, "--out", output)).Code);
        await File.WriteAllTextAsync(Path.Combine(output, "notes.txt"), "mine", Token);
        string single = Folder.File("single.csv");
        await File.WriteAllTextAsync(single, "Invoice,Product,Quantity,Date,Price,Customer,Country\n1,A,2,2024-01-01 10:00:00,3.50,c1,France\n2,A,2,2024-01-02 10:00:00,3.50,c1,France\n", Token);
        await RunAsync("analyze", single, "--out", output);
        Assert.True(File.Exists(Path.Combine(output, "summary.json")));
        Assert.False(File.Exists(Path.Combine(output, "segments.csv")));
        Assert.True(File.Exists(Path.Combine(output, "notes.txt")));
    }

    [Fact]
    public async Task What_a_row_stands_for_can_be_said()
    {
        string file = Folder.File("small.csv");
        await File.WriteAllLinesAsync(file, ["member,joined,amount,city", .. Enumerable.Range(1, 12).Select(i => $"M{i},2024-0{(i % 9) + 1}-13,{10 * i},Town {i % 3}")], Token);
        await RunAsync("analyze", file, "--out", Folder.File("members"), "--kind", "attributes");
        Assert.Contains("\"kind\": \"CustomerAttributes\"", await File.ReadAllTextAsync(Path.Combine(Folder.File("members"), "recipe.json"), Token), StringComparison.Ordinal);
        await RunAsync("analyze", file, "--out", Folder.File("purchases"), "--kind", "transactions");
        Assert.StartsWith("CustomerId,Recency,", await File.ReadAllTextAsync(Path.Combine(Folder.File("purchases"), "customers.csv"), Token), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("analyze", file, "--kind", "sideways")).Code);
    }

    [Fact]
    public async Task Customer_attributes_become_columns_of_the_customers()
    {
        string sample = await SampleAsync();
        string attributes = Folder.File("attributes.csv");
        var (code, error) = await RunAsync("analyze", sample, "--out", Folder.File("plain"));
        Assert.True(code == ExitCodes.Done, error);
        string[] customers = await File.ReadAllLinesAsync(Path.Combine(Folder.File("plain"), "customers.csv"), Token);
        await File.WriteAllLinesAsync(attributes, ["Customer ID,Age", .. customers[1..].Select((line, i) => $"{line.Split(',')[0]},{20 + (i % 40)}")], Token);

        (code, error) = await RunAsync("analyze", sample, "--out", Folder.File("joined"), "--attributes", attributes);

        Assert.True(code == ExitCodes.Done, error);
        Assert.Contains("customers have attributes", error, StringComparison.Ordinal);
        Assert.Contains("Age", (await File.ReadAllLinesAsync(Path.Combine(Folder.File("joined"), "customers.csv"), Token))[0].Split(','));
        (code, error) = await RunAsync("analyze", sample, "--attributes", Folder.File("nowhere.csv"));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("nowhere.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_file_gives_the_peers_figures()
    {
        string output = Folder.File("I");
        var (code, error) = await RunAsync("analyze", SharedData.Require("online_retail.csv.gz"), "--out", output);
        Assert.True(code == ExitCodes.Done, error);
        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "summary.json"), Token));
        JsonElement root = summary.RootElement;
        JsonElement segmentation = root.GetProperty("segmentation");
        JsonElement[] methods = [.. segmentation.GetProperty("methods").EnumerateArray()];
        Assert.Equal(
            ["KMeans", "MiniBatchKMeans", "GaussianMixture", "Hierarchical", "KMedoids", "Dbscan", "Hdbscan", "RfmScoring"],
            methods.Select(method => method.GetProperty("method").GetString()));
        Assert.All(methods, method => Assert.Null(method.GetProperty("failure").GetString()));
        Assert.Equal([1716, 1517, 762, 343], methods[3].GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(4, segmentation.GetProperty("stability").GetProperty("segments").GetArrayLength());
        Assert.All(segmentation.GetProperty("rules").EnumerateArray(), rule => Assert.InRange(rule.GetProperty("precision").GetDouble(), 0.7, 1));
        JsonElement cleaning = root.GetProperty("cleaning");
        Assert.Equal(
            [406_829, 401_604, 392_732, 392_732, 392_692],
            cleaning.GetProperty("steps").EnumerateArray().Take(5).Select(step => step.GetProperty("rowsAfter").GetInt32()));
        Assert.Equal(
            [135_080, 5_268, 9_288, 10_624, 2_517],
            cleaning.GetProperty("standalone").EnumerateObject().Take(5).Select(rule => rule.Value.GetInt32()));
        JsonElement totals = cleaning.GetProperty("totals");
        Assert.Equal(4_338, totals.GetProperty("customers").GetInt32());
        Assert.Equal(18_532, totals.GetProperty("invoices").GetInt32());
        Assert.Equal(3_665, totals.GetProperty("products").GetInt32());
        Assert.Equal(37, totals.GetProperty("countries").GetInt32());
        Assert.Equal(8_887_208.894, totals.GetProperty("revenue").GetDouble(), 3);
        Assert.Equal(5_152_002, totals.GetProperty("units").GetDouble());
        JsonElement features = root.GetProperty("features");
        (string Id, double Sum)[] sums =
        [
            ("Recency", 401_423), ("Frequency", 18_532), ("Monetary", 8_887_208.894), ("AverageOrderValue", 1_811_747.20), ("UnitsPerBasket", 1_095_184.03),
            ("DistinctProducts", 266_792), ("Tenure", 968_711), ("MeanDaysBetweenPurchases", 206_698.1905), ("CancelledInvoices", 3_618), ("ReturnRate", 459.6405),
        ];
        foreach (var (id, sum) in sums)
        {
            Assert.InRange(features.GetProperty(id).GetProperty("sum").GetDouble() / sum, 1 - 5e-7, 1 + 5e-7);
        }

        Assert.Equal(1_493, features.GetProperty("MeanDaysBetweenPurchases").GetProperty("missing").GetInt32());
        double[] ratios = [.279414, .212353, .148715, .133083, .106512, .058920, .032149, .021915, .006939];
        double[] found = [.. root.GetProperty("projection").GetProperty("explainedVarianceRatio").EnumerateArray().Select(ratio => ratio.GetDouble())];
        Assert.Equal(ratios.Length, found.Length);
        Assert.All(ratios.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 6));
        (int K, double Inertia)[] best = [(2, 6483.643), (3, 4869.681), (4, 3938.914), (5, 3297.057), (6, 2854.975), (8, 2336.466), (10, 2001.616), (12, 1766.834)];
        foreach (JsonElement entry in root.GetProperty("segmentation").GetProperty("sweep").EnumerateArray())
        {
            foreach (var (k, inertia) in best.Where(peer => peer.K == entry.GetProperty("k").GetInt32()))
            {
                Assert.True(entry.GetProperty("inertia").GetDouble() <= inertia * 1.000001, $"k = {k}");
            }
        }
    }
}
