using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class CancellationDetectorTests
{
    [Theory]
    [InlineData("C", "")]
    [InlineData("CRN", "INV")]
    [InlineData("storno", "")]
    public void Letters_before_negative_invoices_are_the_mark(string prefix, string ordinary)
    {
        CancellationProposal? proposal = CancellationDetector.Propose(Line.Table(
            new Line("1", ordinary + "10", "A"), new Line("1", prefix + "11", "A", -1), new Line("1", prefix + "12", "B", -1)));

        Assert.Equal((CancellationMark.InvoicePrefix, prefix, 2), (proposal!.Options.Mark, proposal.Options.Prefix, proposal.Invoices));
        Assert.Contains("2 of their 2 lines", proposal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_such_letters_the_negative_quantity_is_the_mark() =>
        Assert.Equal(
            CancellationMark.NegativeQuantity,
            CancellationDetector.Propose(Line.Table(new Line("1", "A10", "A"), new Line("1", "A11", "A", -1)))!.Options.Mark);

    [Fact]
    public void Without_anything_negative_there_is_nothing_to_propose() =>
        Assert.Null(CancellationDetector.Propose(Line.Table(new Line("1", "C10", "A"))));
}
