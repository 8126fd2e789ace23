using System.Globalization;
using System.Text;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Reads new customers from pasted or uploaded text: a first line with the names of columns, then one customer per line, with
/// commas, semicolons or tabs between. Columns are the ids or names of features, in any order; one may name the customer.
/// A line that cannot be used costs only itself. Costs O(length).
/// </summary>
public static class NewCustomerReader
{
    private static readonly char[] Delimiters = ['\t', ';', ','];

    /// <summary>The most customers that are read.</summary>
    public const int MaximumCustomers = 5000;

    private const int MaximumProblems = 20;

    private static readonly string[] CustomerNames = ["customer", "customerid", "id", "name", "client", "clientid"];

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fields">What can be told about a customer.</param>
    public static NewCustomerReading Read(string text, IReadOnlyList<NewCustomerField> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        string[] lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < 0)
        {
            return new NewCustomerReading([], ["There is no text. The first line needs the names of the columns, each further line a customer."], []);
        }

        char delimiter = Delimiter(lines[first]);
        List<string> header = Split(lines[first], delimiter);
        NewCustomerField?[] columns = [.. header.Select(name => fields.FirstOrDefault(field => Same(field.Id, name) || Same(field.Name, name)))];
        if (columns.All(column => column is null))
        {
            return new NewCustomerReading([], [$"Line {first + 1} names no feature the segments were made by. Expected columns: {string.Join(", ", fields.Select(field => field.Name))}."], []);
        }

        int idColumn = header.FindIndex(name => CustomerNames.Contains(Plain(name)));
        string[] unread = [.. header.Where((name, i) => columns[i] is null && i != idColumn && name.Length > 0)];
        return ReadRows(lines, first, delimiter, columns, idColumn, unread);
    }

    private static NewCustomerReading ReadRows(string[] lines, int first, char delimiter, NewCustomerField?[] columns, int idColumn, string[] unread)
    {
        var customers = new List<NewCustomer>();
        var problems = new List<string>();
        int refused = 0;
        for (int line = first + 1; line < lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(lines[line]))
            {
                continue;
            }

            if (customers.Count == MaximumCustomers)
            {
                problems.Add(Text($"Only the first {MaximumCustomers:N0} customers were read."));
                break;
            }

            List<string> cells = Split(lines[line], delimiter);
            var values = new Dictionary<string, double>(StringComparer.Ordinal);
            string? problem = Problem(cells, columns, delimiter, values);
            string id = idColumn >= 0 && idColumn < cells.Count && cells[idColumn].Length > 0 ? cells[idColumn] : Text($"Line {line + 1}");
            problem ??= values.Count == 0 ? "no value is told" : null;
            if (problem is null)
            {
                customers.Add(new NewCustomer(id, values));
            }
            else if (refused++ < MaximumProblems)
            {
                problems.Add(Text($"Line {line + 1}: {problem}. The line was left out."));
            }
        }

        if (refused > MaximumProblems)
        {
            problems.Add(Text($"And {refused - MaximumProblems:N0} more lines like these."));
        }

        if (customers.Count == 0 && problems.Count == 0)
        {
            problems.Add("There are column names but no customers below them.");
        }

        return new NewCustomerReading(customers, problems, unread);
    }

    /// <summary>Why a line cannot be used; null when it can, its values then being noted.</summary>
    private static string? Problem(List<string> cells, NewCustomerField?[] columns, char delimiter, Dictionary<string, double> values)
    {
        if (cells.Count > columns.Length)
        {
            return Text($"{cells.Count} cells for {columns.Length} columns; numbers with commas in them need quotes");
        }

        for (int i = 0; i < cells.Count; i++)
        {
            if (columns[i] is not { } field || cells[i].Length == 0)
            {
                continue;
            }

            if (field.Categories.Count > 0)
            {
                if (!field.TryTell(cells[i], values))
                {
                    return $"{field.Name} '{cells[i]}' is not one of {string.Join(", ", field.Categories.Select(known => known.Category))}";
                }

                continue;
            }

            if (!TryNumber(cells[i], delimiter, out double value))
            {
                return $"{field.Name} '{cells[i]}' is not a number";
            }

            values[field.Id] = value;
        }

        return null;
    }

    private static bool TryNumber(string cell, char delimiter, out double value)
    {
        // With another delimiter a single comma may be the decimal mark: 12,5.
        string number = cell.Replace("%", "", StringComparison.Ordinal).Trim();
        bool decimalComma = delimiter != ',' && !number.Contains('.', StringComparison.Ordinal) && number.IndexOf(',', StringComparison.Ordinal) == number.LastIndexOf(',');
        number = decimalComma ? number.Replace(',', '.') : number;
        bool read = double.TryParse(number, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        value = cell.Contains('%', StringComparison.Ordinal) ? value / 100 : value;
        return read;
    }

    private static char Delimiter(string header) =>
        Delimiters.MaxBy(candidate => header.Count(letter => letter == candidate));

    private static List<string> Split(string line, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (quoted || cell.ToString().Trim().Length == 0))
            {
                bool doubled = quoted && i + 1 < line.Length && line[i + 1] == '"';
                if (doubled)
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }

    private static bool Same(string known, string name) => Plain(known) == Plain(name);

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
