namespace CustomerDashboard.Core.Prediction;

/// <summary>Why a prediction could not be made.</summary>
public enum PredictionProblem
{
    NoTransactions,
    HistoryTooShort,
    NoCustomersBeforeCutoff,
    CutoffTooLate,
    TooFewCustomers,
    OneClassOnly,
    TooFewOfOneClass,
    NoSpendInOutcome,
    NoFeatures,
    NoSuchColumn,
}
