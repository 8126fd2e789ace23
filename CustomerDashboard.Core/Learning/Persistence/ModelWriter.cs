using System.Runtime.InteropServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Writes the parts of models: numbers bit by bit, so that what is read back foretells the same.</summary>
internal sealed class ModelWriter(Stream stream, ModelFormat format) : IDisposable
{
    private readonly BinaryWriter _writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);

    public void Whole(int value) => _writer.Write7BitEncodedInt(value);

    public void Long(long value) => _writer.Write7BitEncodedInt64(value);

    public void Number(double value) => _writer.Write(value);

    public void Flag(bool value) => _writer.Write(value);

    public void Text(string value) => _writer.Write(value);

    public void Texts(IReadOnlyList<string> values)
    {
        Whole(values.Count);
        foreach (string value in values)
        {
            Text(value);
        }
    }

    public void Wholes(IReadOnlyList<int> values)
    {
        Whole(values.Count);
        foreach (int value in values)
        {
            Whole(value);
        }
    }

    public void Numbers(IReadOnlyList<double> values) => Numbers(values as double[] ?? [.. values]);

    /// <summary>Writes numbers; where few are different, each of those once and then which of them comes where.</summary>
    public void Numbers(ReadOnlySpan<double> values)
    {
        Whole(values.Length);
        var places = new Dictionary<long, int>();
        var distinct = new List<double>();
        int most = values.Length / 3;
        foreach (double value in values)
        {
            if (distinct.Count > most)
            {
                break;
            }

            if (places.TryAdd(BitConverter.DoubleToInt64Bits(value), distinct.Count))
            {
                distinct.Add(value);
            }
        }

        bool coded = distinct.Count <= most && values.Length > 0;
        Flag(coded);
        if (!coded)
        {
            _writer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        Whole(distinct.Count);
        _writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(distinct)));
        foreach (double value in values)
        {
            Whole(places[BitConverter.DoubleToInt64Bits(value)]);
        }
    }

    public void Matrix(Matrix matrix)
    {
        Whole(matrix.Rows);
        Whole(matrix.Columns);
        Numbers(matrix.Values);
    }

    /// <summary>Writes a model of any type the format knows, with its kind in front.</summary>
    public void Model(object model)
    {
        ModelCodec codec = format.Of(model);
        Text(codec.Tag);
        codec.Write(this, model);
    }

    public void Models<T>(IReadOnlyList<T> models)
        where T : notnull
    {
        Whole(models.Count);
        foreach (T model in models)
        {
            Model(model);
        }
    }

    public void Dispose() => _writer.Dispose();
}
