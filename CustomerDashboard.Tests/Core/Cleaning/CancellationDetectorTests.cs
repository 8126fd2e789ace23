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

    [Fact]
    public void Letters_which_ordinary_invoices_start_with_too_are_not_the_mark()
    {
        CancellationProposal? proposal = CancellationDetector.Propose(Line.Table(
            new Line("1", "CA-10", "A"), new Line("1", "CA-11", "A"), new Line("1", "C-12", "A", -1)));

        Assert.Equal(CancellationMark.NegativeQuantity, proposal!.Options.Mark);
    }

    [Fact]
    public void Letters_in_front_of_all_invoices_are_not_the_mark_even_of_a_file_of_returns() =>
        Assert.Equal(
            CancellationMark.NegativeQuantity,
            CancellationDetector.Propose(Line.Table(new Line("1", "C10", "A", -1), new Line("1", "C11", "A", -1)))!.Options.Mark);

    [Fact]
    public void Letters_of_a_few_negative_lines_among_many_are_there_by_chance() =>
        Assert.Equal(
            CancellationMark.NegativeQuantity,
            CancellationDetector.Propose(Line.Table(
                new Line("1", "fa3", "A", -1), new Line("1", "1b", "A", -1), new Line("1", "2b", "A", -1), new Line("1", "9c", "A")))!.Options.Mark);
}
