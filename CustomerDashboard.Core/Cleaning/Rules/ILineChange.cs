namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>A test whose marked lines stay and get another value.</summary>
internal interface ILineChange : ILineTest
{
    /// <summary>Changes one marked line. Lines are changed one at a time, after they were marked.</summary>
    void Change(int row);
}
