using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport;

/// <summary>
/// Takes the discounts of a file off its amounts: quantity x price less the discount. Whether the column holds shares,
/// percentages or amounts per line is decided from all of it; where that cannot be told, nothing is taken off.
/// </summary>
internal static class LineDiscounts
{
    private enum Kind
    {
        Undecided,
        Share,
        Percent,
        Amount,
    }

    private static readonly string[] PercentWords = ["%", "percent", "pct", "prozent", "pourcent", "porcent", "percentu", "procent", "yuzde"];
    private static readonly string[] AmountWords = ["amount", "amt", "value", "betrag", "montant", "importe", "importo", "bedrag", "kwota", "tutar"];

    /// <summary>The amounts after discount, or null when no discount was taken off; the reason is added to the notes.</summary>
    /// <param name="name">The name of the discount column.</param>
    /// <param name="column">The column as read.</param>
    /// <param name="numbers">Its numbers, by code.</param>
    /// <param name="discount">The discount of each kept row; NaN where empty.</param>
    /// <param name="quantity">The quantity of each kept row, or null.</param>
    /// <param name="price">The price of each kept row.</param>
    /// <param name="notes">Told what was decided.</param>
    public static double[]? Apply(
        string name, RawColumn column, NumberColumn numbers, double[] discount, double[]? quantity, double[] price, List<string> notes)
    {
        var gross = new double[price.Length];
        for (int row = 0; row < gross.Length; row++)
        {
            gross[row] = quantity is null ? price[row] : quantity[row] * price[row];
        }

        Evidence evidence = Evidence.Of(discount, gross);
        if (evidence.Rows == 0)
        {
            return null;
        }

        Kind kind = Decide(name, PercentSigns(column, numbers), evidence);
        if (kind == Kind.Undecided)
        {
            notes.Add($"Nothing in \"{name}\" tells whether a discount is a share, a percentage or an amount, so none was taken off: amounts are quantity x price before discount. "
                + "If the file has a column of amounts after discount, choose it as the line amount.");
            return null;
        }

        for (int row = 0; row < gross.Length; row++)
        {
            if (discount[row] is var off && !double.IsNaN(off) && off != 0)
            {
                off = Math.Abs(off);
                gross[row] -= kind == Kind.Amount ? Math.CopySign(off, gross[row]) : gross[row] * (kind == Kind.Percent ? off / 100 : off);
            }
        }

        string read = kind switch
        {
            Kind.Share => "as shares (0.1 is a tenth)",
            Kind.Percent => "as percentages",
            _ => "as amounts per line",
        };
        notes.Add($"Discounts in \"{name}\" are read {read} and taken off quantity x price on {Words.Count(evidence.Rows)} rows. "
            + "If prices are after discount already, give that column no role.");
        return gross;
    }

    private static Kind Decide(string name, bool? percentSigns, in Evidence evidence)
    {
        if (evidence.MixesSigns)
        {
            return Kind.Undecided;
        }

        bool saysPercent = Says(name, PercentWords);
        bool saysAmount = Says(name, AmountWords) && !saysPercent;
        if (percentSigns is { } all)
        {
            return all && evidence.Largest <= 100 ? Kind.Percent : Kind.Undecided;
        }

        if (saysAmount)
        {
            return evidence.FitsAmounts ? Kind.Amount : Kind.Undecided;
        }

        if (evidence.Largest <= 1)
        {
            // Only zeros and ones are as likely a yes-or-no column, or one per cent.
            return evidence.HasFraction ? Kind.Share : Kind.Undecided;
        }

        if (evidence.Largest <= 100)
        {
            return saysPercent ? Kind.Percent : evidence.HasCents && evidence.FitsAmounts ? Kind.Amount : Kind.Undecided;
        }

        return !saysPercent && evidence.FitsAmounts ? Kind.Amount : Kind.Undecided;
    }

    private static bool Says(string name, string[] words) => words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when all discounts have a percent sign, false when some do, null when none does.</summary>
    private static bool? PercentSigns(RawColumn column, NumberColumn numbers)
    {
        bool with = false;
        bool without = false;
        for (int code = 0; code < column.DistinctCount; code++)
        {
            if (numbers.Faults[code] == ValueFault.None && numbers.Numbers[code] != 0)
            {
                bool sign = column.Value(code).TrimEnd((byte)' ').EndsWith("%"u8);
                with |= sign;
                without |= !sign;
            }
        }

        return with ? !without : null;
    }

    /// <summary>What the rows with a discount say about it.</summary>
    /// <param name="Rows">Rows with a discount other than zero.</param>
    /// <param name="Largest">The largest, without its sign.</param>
    /// <param name="HasFraction">Whether one lies between 0 and 1.</param>
    /// <param name="HasCents">Whether most have cents, as amounts do and percentages do not (half a per cent is not cents).</param>
    /// <param name="FitsAmounts">Whether none, or hardly one, is more than the line it would be taken off.</param>
    /// <param name="MixesSigns">Whether sales have discounts above and below zero.</param>
    private readonly record struct Evidence(int Rows, double Largest, bool HasFraction, bool HasCents, bool FitsAmounts, bool MixesSigns)
    {
        public static Evidence Of(double[] discount, double[] gross)
        {
            int rows = 0;
            int cents = 0;
            int compared = 0;
            int tooLarge = 0;
            double largest = 0;
            bool fraction = false;
            bool above = false;
            bool below = false;
            for (int row = 0; row < discount.Length; row++)
            {
                double off = Math.Abs(discount[row]);
                if (double.IsNaN(off) || off == 0)
                {
                    continue;
                }

                rows++;
                largest = Math.Max(largest, off);
                fraction |= off < 1;
                cents += off * 2 != Math.Floor(off * 2) ? 1 : 0;
                if (gross[row] != 0 && !double.IsNaN(gross[row]))
                {
                    compared++;
                    tooLarge += off > Math.Abs(gross[row]) * (1 + 1e-9) ? 1 : 0;
                    above |= discount[row] > 0 && gross[row] > 0;
                    below |= discount[row] < 0 && gross[row] > 0;
                }
            }

            return new Evidence(rows, largest, fraction, cents * 2L > rows, tooLarge * 100L <= compared, above && below);
        }
    }
}
