using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>One line of a made-up retail file; lines become a table.</summary>
internal sealed record Line(string? Customer, string? Invoice, string? Product, double Quantity = 1, double Price = 1)
{
    public DateTime Date { get; init; } = new(2024, 5, 1, 12, 0, 0);

    public string? Country { get; init; } = "United Kingdom";

    public string? Description { get; init; } = "A THING";

    public static TransactionTable Table(params IReadOnlyList<Line> lines) => new()
    {
        Customer = Column(lines, line => line.Customer),
        Invoice = Column(lines, line => line.Invoice),
        Product = Column(lines, line => line.Product),
        Description = Column(lines, line => line.Description),
        Country = Column(lines, line => line.Country),
        Ticks = [.. lines.Select(line => line.Date.Ticks)],
        Quantity = [.. lines.Select(line => line.Quantity)],
        UnitPrice = [.. lines.Select(line => line.Price)],
        SourceLine = [.. Enumerable.Range(2, lines.Count)],
    };

    public static CodedColumn Column(IReadOnlyList<Line> lines, Func<Line, string?> value)
    {
        List<string> values = [];
        int[] codes = new int[lines.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            string? text = value(lines[i]);
            codes[i] = text is null ? CodedColumn.Missing : values.IndexOf(text);
            if (text is not null && codes[i] < 0)
            {
                codes[i] = values.Count;
                values.Add(text);
            }
        }

        return new CodedColumn(codes, [.. values]);
    }
}
