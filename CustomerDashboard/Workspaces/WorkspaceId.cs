using System.Security.Cryptography;

namespace CustomerDashboard.Workspaces;

/// <summary>The random names of workspaces: the only thing from outside that ever becomes part of a path.</summary>
public static class WorkspaceId
{
    private const int Length = 20;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    /// <summary>True for twenty lower-case hexadecimal digits and nothing else: no separators, no dots, no device names.</summary>
    public static bool IsValid(string? id)
    {
        if (id is not { Length: Length })
        {
            return false;
        }

        foreach (char c in id)
        {
            if (!char.IsAsciiHexDigitLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
