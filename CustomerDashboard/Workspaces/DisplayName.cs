using System.Text;

namespace CustomerDashboard.Workspaces;

/// <summary>Makes names from outside fit to be shown, logged and offered as the name of a download; never as a path here.</summary>
public static class DisplayName
{
    private const int Longest = 120;

    private static readonly string[] Extensions = [".gz", ".zip", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsb"];

    /// <summary>A name without control characters and not too long, or null when nothing is left.</summary>
    public static string? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var kept = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            // Format characters include those that turn the writing direction and so disguise an ending.
            if (category is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format || kept.Length + rune.Utf16SequenceLength > Longest)
            {
                continue;
            }

            kept.Append(rune.ToString());
        }

        string shown = kept.ToString().Trim();
        return shown.Length == 0 ? null : shown;
    }

    /// <summary>The last part of whatever a browser sends as a file name.</summary>
    public static string OfFile(string? fileName)
    {
        string last = fileName is null ? string.Empty : fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return Of(last) ?? "upload";
    }

    /// <summary>A file name without the endings of data files.</summary>
    public static string WithoutExtensions(string fileName)
    {
        string name = fileName;
        for (bool again = true; again;)
        {
            again = false;
            foreach (string extension in Extensions)
            {
                if (name.Length > extension.Length && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                {
                    name = name[..^extension.Length];
                    again = true;
                }
            }
        }

        return name;
    }

    /// <summary>A name that every file system takes: letters, digits, dot, dash, underscore.</summary>
    public static string ForDownload(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-');
        }

        string trimmed = safe.ToString().Trim('-', '.');
        return trimmed.Length == 0 ? "customers" : trimmed;
    }
}
