using System.Text;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>The shape of a code: each digit is 9, a run of letters is A, everything else stands for itself ("85123A" is "99999A").</summary>
internal static class CodeShape
{
    public static string Of(string code)
    {
        StringBuilder shape = new(code.Length);
        foreach (char character in code.AsSpan().Trim())
        {
            if (char.IsDigit(character))
            {
                shape.Append('9');
            }
            else if (!char.IsLetter(character))
            {
                shape.Append(character);
            }
            else if (shape.Length == 0 || shape[^1] != 'A')
            {
                shape.Append('A');
            }
        }

        return shape.ToString();
    }
}
