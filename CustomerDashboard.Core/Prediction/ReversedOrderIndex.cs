using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// Finds orders that their customer cancelled in full: a cancelling invoice of the same customer and the same amount, to
/// half a cent, within 24 hours after the order.
/// </summary>
internal sealed class ReversedOrderIndex
{
    private readonly Dictionary<int, (int Customer, long Placed, long Cancelled, double Amount)> _byInvoice = [];
    private readonly CustomerLines _lines;

    public ReversedOrderIndex(CustomerLines lines)
    {
        _lines = lines;
        for (int customer = 0; customer < lines.Data.CustomerCount; customer++)
        {
            Match(customer);
        }
    }

    /// <summary>When an order was cancelled in full, or <see cref="long.MaxValue"/>.</summary>
    public long CancelledAt(int invoice) => _byInvoice.TryGetValue(invoice, out var order) ? order.Cancelled : long.MaxValue;

    /// <summary>The reversed orders placed in (after, upTo], largest first.</summary>
    public IReadOnlyList<ReversedOrder> Between(long after, long upTo)
    {
        var names = new Dictionary<int, string>();
        CodedColumn? invoices = _lines.Data.Source.Invoice;
        for (int line = 0; invoices is not null && line < _lines.Data.RowCount; line++)
        {
            int invoice = _lines.Data.Invoice[line];
            if (_byInvoice.ContainsKey(invoice))
            {
                names.TryAdd(invoice, invoices[_lines.Data.SourceRow[line]] ?? "");
            }
        }

        return
        [
            .. _byInvoice.Where(o => o.Value.Placed > after && o.Value.Placed <= upTo)
                .OrderByDescending(o => o.Value.Amount).ThenBy(o => o.Key)
                .Select(o => new ReversedOrder(
                    _lines.Data.CustomerIds[o.Value.Customer],
                    names.GetValueOrDefault(o.Key, ""),
                    new DateTime(o.Value.Placed),
                    new DateTime(o.Value.Cancelled),
                    o.Value.Amount)),
        ];
    }

    private void Match(int customer)
    {
        (int cancelStart, int cancelEnd) = _lines.CancellationsOf(customer);
        if (cancelStart == cancelEnd)
        {
            return;
        }

        var cancellations = new SortedDictionary<int, (long Ticks, double Amount)>();
        for (int line = cancelStart; line < cancelEnd; line++)
        {
            cancellations.TryGetValue(_lines.CancelInvoice[line], out var sum);
            cancellations[_lines.CancelInvoice[line]] =
                (Math.Max(sum.Ticks, _lines.CancelTicks[line]), sum.Amount + Math.Abs(_lines.CancelAmount[line]));
        }

        var orders = new SortedDictionary<int, (long Ticks, double Amount)>();
        (int start, int end) = _lines.Of(customer);
        for (int line = start; line < end; line++)
        {
            bool seen = orders.TryGetValue(_lines.Invoice[line], out var sum);
            orders[_lines.Invoice[line]] =
                (seen ? Math.Min(sum.Ticks, _lines.Ticks[line]) : _lines.Ticks[line], sum.Amount + _lines.Amount[line]);
        }

        foreach (var (_, cancelled) in cancellations)
        {
            // The latest order that fits is the one most likely meant; each cancellation takes one order back.
            int best = -1;
            foreach (var (invoice, order) in orders)
            {
                long delay = cancelled.Ticks - order.Ticks;
                if (delay >= 0 && delay <= TimeSpan.TicksPerDay && Math.Abs(order.Amount - cancelled.Amount) < 0.005
                    && !_byInvoice.ContainsKey(invoice) && (best < 0 || order.Ticks >= orders[best].Ticks))
                {
                    best = invoice;
                }
            }

            if (best >= 0)
            {
                _byInvoice.Add(best, (customer, orders[best].Ticks, cancelled.Ticks, orders[best].Amount));
            }
        }
    }
}
