using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>Files of few distinct values, so that repeats, gaps, cancellations and odd numbers all turn up.</summary>
internal static class RandomLines
{
    public static Gen<Line> One { get; } =
        from customer in Gen.Elements<string?>(null, "1", "2", "3", "4", "5")
        from invoice in Gen.Elements("10", "11", "12", "13", "C14", "C15", "c16")
        from product in Gen.Elements<string?>("A", "B", "POST", null)
        from quantity in Gen.Elements(1.0, 2, 5, 40, 0, -1, -3, double.NaN)
        from price in Gen.Elements(1.0, 1.5, 2.55, 0, -2, 100, double.NaN)
        from day in Gen.Choose(0, 5)
        from country in Gen.Elements<string?>("United Kingdom", "France", null)
        select new Line(customer, invoice, product, quantity, price)
        {
            Date = new DateTime(2024, 5, 1, 9, 30, 0).AddDays(day),
            Country = country,
        };

    public static Arbitrary<Line[]> Files { get; } = One.ArrayOf().ToArbitrary();
}
