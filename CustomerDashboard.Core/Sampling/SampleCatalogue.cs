using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Sampling;

/// <summary>
/// What the synthetic retailer sells: ten themes of thirty-six products. Products of a theme are bought together, and
/// neighbours of an even and an odd position (two sizes of a tin, cup and saucer) most of all.
/// </summary>
internal sealed class SampleCatalogue
{
    public const int ProductsPerTheme = 36;

    public static readonly string[] ThemeNames =
        ["Kitchen", "Baking", "Tea", "Garden", "Christmas", "Children", "Stationery", "Bath", "Lighting", "Bags"];

    private static readonly (string[] Styles, string[] Things)[] Words =
    [
        (["RETRO SPOT", "ENAMEL CREAM", "BLUE CHECK", "COUNTRY ROSE", "OAK HANDLED", "FRENCH BLUE"],
            ["STORAGE JAR SMALL", "STORAGE JAR LARGE", "SERVING TRAY", "TEA TOWEL SET", "SPICE RACK", "BREAD BIN"]),
        (["PANTRY", "VINTAGE PAISLEY", "RED GINGHAM", "GLAZED", "HERITAGE", "LITTLE BAKER"],
            ["CAKE CASES PACK OF 72", "CAKE TIN ROUND", "MIXING BOWL", "ROLLING PIN", "COOKIE CUTTERS", "MEASURING SPOONS"]),
        (["REGENCY", "ROSEBUD", "GREEN SPRIG", "PINK DAISY", "GOLD RIM", "WILLOW"],
            ["TEACUP", "SAUCER", "TEAPOT", "CAKE STAND 3 TIER", "SUGAR BOWL", "MILK JUG"]),
        (["RUSTIC", "SLATE", "WOVEN", "COPPER", "COTTAGE", "MEADOW"],
            ["PLANT LABELS", "HERB POTS", "WATERING CAN", "BIRD FEEDER", "GARDEN TWINE", "PICNIC BASKET"]),
        (["NORDIC", "WOODEN HEART", "SILVER STAR", "FELT REINDEER", "PAPER SNOWFLAKE", "TARTAN"],
            ["TREE DECORATION", "GARLAND", "GIFT WRAP ROLL", "ADVENT CALENDAR", "STOCKING", "TABLE RUNNER"]),
        (["SPACEBOY", "CIRCUS PARADE", "DOLLY GIRL", "DINOSAUR", "WOODLAND", "PIRATE"],
            ["LUNCH BOX", "DRINKS FLASK", "CHILDRENS APRON", "JIGSAW", "NIGHT LIGHT", "SKITTLES SET"]),
        (["BOTANICAL", "VINTAGE MAP", "PASTEL", "LETTERPRESS", "KRAFT", "SKETCHED"],
            ["NOTEBOOK", "PENCIL TIN", "GREETING CARD", "STICKER SHEET", "WASHI TAPE SET", "DESK TIDY"]),
        (["LAVENDER", "SEA SALT", "ROSE GARDEN", "COTTON", "CITRUS", "CLASSIC"],
            ["SOAP BAR", "HAND CREAM", "BATH TOWEL", "CANDLE IN TIN", "WASH BAG", "SOAP DISH"]),
        (["HANGING GLASS", "ANTIQUE BRASS", "WHITE METAL", "COLOURED", "MOROCCAN", "WICKER"],
            ["T LIGHT HOLDER", "T LIGHTS PACK OF 10", "LANTERN", "STRING OF LIGHTS", "DESK LAMP", "CANDLESTICK"]),
        (["JUMBO RED", "SUKI", "STRAWBERRY", "DOTTED", "ALPHABET", "RECYCLED"],
            ["SHOPPER BAG", "LUNCH BAG", "TOTE BAG", "PURSE", "RUCKSACK", "PICNIC BAG"]),
    ];

    // Prices the trade really uses; the middle ones are the commonest.
    private static readonly int[] PricePoints =
        [42, 55, 85, 125, 145, 165, 195, 210, 255, 295, 345, 375, 425, 495, 595, 675, 795, 995, 1275, 1495];

    private readonly double[] _cumulativePopularity = new double[ProductsPerTheme];

    private SampleCatalogue(SampleProduct[] products)
    {
        Products = products;
        double sum = 0;
        for (int rank = 0; rank < ProductsPerTheme; rank++)
        {
            sum += 1 / Math.Sqrt(rank + 1);
            _cumulativePopularity[rank] = sum;
        }
    }

    /// <summary>The catalogue: the same for every seed, like a real shop's between two years.</summary>
    public static SampleCatalogue Instance { get; } = Create();

    /// <summary>All products, theme after theme; within a theme the most popular first.</summary>
    public SampleProduct[] Products { get; }

    /// <summary>A product of the theme, popular ones more often.</summary>
    public int Draw(int theme, RandomSource random)
    {
        double point = random.NextDouble() * _cumulativePopularity[^1];
        int rank = Array.BinarySearch(_cumulativePopularity, point);
        rank = Math.Min(rank < 0 ? ~rank : rank, ProductsPerTheme - 1);
        return (theme * ProductsPerTheme) + rank;
    }

    private static SampleCatalogue Create()
    {
        var random = new RandomSource(20101);
        var products = new SampleProduct[ThemeNames.Length * ProductsPerTheme];
        for (int theme = 0; theme < ThemeNames.Length; theme++)
        {
            var (styles, things) = Words[theme];
            int[] order = new int[ProductsPerTheme / 2];
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            random.Shuffle<int>(order);
            for (int i = 0; i < ProductsPerTheme; i++)
            {
                // Pairs stay together: things 2n and 2n+1 of one style are neighbours.
                int pair = order[i / 2];
                string style = styles[pair / 3];
                int thing = (2 * (pair % 3)) + (i % 2);
                int code = 20125 + (theme * 450) + (pair * 7);
                string suffix = i % 2 == 0 ? string.Empty : ((char)('A' + (pair % 3))).ToString();
                int price = PricePoints[(int)(PricePoints.Length * (random.NextDouble() + random.NextDouble()) / 2)];
                products[(theme * ProductsPerTheme) + i] = new SampleProduct(
                    code.ToString(CultureInfo.InvariantCulture) + suffix, $"{style} {things[thing]}", theme, price);
            }
        }

        return new SampleCatalogue(products);
    }
}
