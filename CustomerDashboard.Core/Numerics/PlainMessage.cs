namespace CustomerDashboard.Core.Numerics;

/// <summary>The message of a failure as a person reads it.</summary>
public static class PlainMessage
{
    /// <summary>The sentence without the parameter's name and value that .NET adds to it; of a failure that only wraps another, that other's.</summary>
    public static string Of(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure is AggregateException { InnerExceptions.Count: 1 } one)
        {
            return Of(one.InnerExceptions[0]);
        }

        int parameter = failure is ArgumentException ? failure.Message.IndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? failure.Message : failure.Message[..parameter];
    }
}
