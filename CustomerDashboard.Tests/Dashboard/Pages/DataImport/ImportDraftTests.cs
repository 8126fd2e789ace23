using CustomerDashboard.Components.Pages.DataImport;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

public sealed class ImportDraftTests
{
    [Fact]
    public void A_file_that_is_understood_needs_no_choice_and_leaves_the_recipe_open()
    {
        var draft = SmallFiles.Draft(SmallFiles.Retail);
        Assert.Equal(FileKind.Transactions, draft.Kind);
        Assert.Equal("CustomerID", draft.Mapping[ColumnRole.Customer]);
        Assert.Equal("InvoiceDate", draft.Mapping[ColumnRole.Date]);
        Assert.Null(draft.Obstacle);
        Assert.Null(draft.Chosen.Mapping);
    }

    [Fact]
    public void Taking_away_the_customer_is_an_obstacle_in_words_and_putting_it_back_restores_the_proposal()
    {
        var without = SmallFiles.Draft(SmallFiles.Retail).WithRole(ColumnRole.Customer, null);
        Assert.Contains("customer", without.Obstacle, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(without.Chosen.Mapping);

        var again = without.WithRole(ColumnRole.Customer, "CustomerID");
        Assert.Null(again.Obstacle);
        Assert.Null(again.Chosen.Mapping);
    }

    [Fact]
    public void A_column_plays_one_role_and_leaves_the_one_it_had()
    {
        var draft = SmallFiles.Draft(SmallFiles.Retail).WithRole(ColumnRole.Category, "Country");
        Assert.Equal("Country", draft.Mapping[ColumnRole.Category]);
        Assert.False(draft.Mapping.ContainsKey(ColumnRole.Country));
        Assert.Null(draft.ProposalFor(ColumnRole.Category));
        Assert.NotNull(draft.ProposalFor(ColumnRole.Customer));
    }

    [Fact]
    public void Dates_that_no_row_settles_have_to_be_answered()
    {
        var draft = SmallFiles.Draft(SmallFiles.Ambiguous);
        Assert.True(draft.DateQuestion?.NeedsAnswer);
        Assert.NotNull(draft.Obstacle);

        var answered = draft.WithDateOrder(DateOrder.MonthFirst);
        Assert.Null(answered.Obstacle);
        Assert.Equal(DateOrder.MonthFirst, answered.Chosen.DateOrder);
    }

    [Fact]
    public void An_answer_about_dates_does_not_outlive_the_column_it_was_about()
    {
        var answered = SmallFiles.Draft(SmallFiles.Ambiguous).WithDateOrder(DateOrder.DayFirst);
        Assert.Null(answered.WithRole(ColumnRole.Date, null).Chosen.DateOrder);
    }

    [Fact]
    public void Choices_for_columns_that_are_not_there_are_dropped()
    {
        var chosen = new ImportOptions
        {
            Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "Client no" },
            AttributeColumns = ["Shoe size"],
        };
        var draft = ImportDraft.Of(SmallFiles.Profile(SmallFiles.Retail), chosen);
        Assert.Equal("CustomerID", draft.Mapping[ColumnRole.Customer]);
        Assert.Null(draft.Chosen.Mapping);
        Assert.Null(draft.Chosen.AttributeColumns);
    }

    [Fact]
    public void One_row_per_customer_offers_every_column_but_the_id_and_needs_at_least_one()
    {
        var draft = SmallFiles.Draft(SmallFiles.Mall);
        Assert.Equal(FileKind.CustomerAttributes, draft.Kind);
        Assert.DoesNotContain("CustomerID", draft.AttributeColumns);
        Assert.Equal(4, draft.AttributeColumns.Count);

        var fewer = draft.WithAttribute("Genre", false);
        Assert.Equal(["Age", "Annual Income (k$)", "Spending Score (1-100)"], fewer.AttributeColumns);
        Assert.Null(fewer.Obstacle);

        var none = fewer.AttributeColumns.Aggregate(fewer, (step, column) => step.WithAttribute(column, false));
        Assert.NotNull(none.Obstacle);
        Assert.Equal(4, none.AsProposed().AttributeColumns.Count);
    }

    [Fact]
    public void Categories_alone_are_warned_about()
    {
        var draft = SmallFiles.Draft(SmallFiles.Mall);
        var words = draft.AttributeColumns.Where(column => column != "Genre").Aggregate(draft, (step, column) => step.WithAttribute(column, false));
        Assert.Contains(words.Messages, message => message.Severity == MappingSeverity.Warning);
    }
}
