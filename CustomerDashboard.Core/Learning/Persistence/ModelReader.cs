using System.Runtime.InteropServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Reads the parts of models and trusts nothing: every count is held against the bytes that are left, every place against its list.</summary>
internal sealed class ModelReader(byte[] bytes, ModelFormat format) : IDisposable
{
    private const int DeepestNesting = 16;

    private readonly MemoryStream _stream = new(bytes, writable: false);
    private BinaryReader? _reader;
    private int _depth;

    private BinaryReader Reader => _reader ??= new BinaryReader(_stream, System.Text.Encoding.UTF8, leaveOpen: true);

    private long Left => _stream.Length - _stream.Position;

    public int Whole() => Guarded(reader => reader.Read7BitEncodedInt());

    public long Long() => Guarded(reader => reader.Read7BitEncodedInt64());

    public double Number() => Guarded(reader => reader.ReadDouble());

    public bool Flag() => Guarded(reader => reader.ReadBoolean());

    public string Text() => Guarded(reader => reader.ReadString());

    /// <summary>A count of things that take at least so many bytes each.</summary>
    public int Count(int bytesEach = 1)
    {
        int count = Whole();
        Require(count >= 0 && (long)count * bytesEach <= Left, "a list is longer than the file");
        return count;
    }

    public string[] Texts() => List(reader => reader.Text());

    public int[] Wholes() => List(reader => reader.Whole());

    public double[] Numbers()
    {
        int count = Count();
        if (!Flag())
        {
            return Raw(count);
        }

        double[] distinct = Raw(Count(sizeof(double)));
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            int place = Whole();
            Require(place >= 0 && place < distinct.Length, "a number is not in its list");
            values[i] = distinct[place];
        }

        return values;
    }

    public double[] Numbers(int expected)
    {
        double[] values = Numbers();
        Require(values.Length == expected, "a list has another length than it should");
        return values;
    }

    public Matrix Matrix()
    {
        int rows = Whole();
        int columns = Whole();
        double[] values = Numbers();
        Require(rows >= 0 && columns >= 0 && (long)rows * columns == values.Length, "a table has another size than it says");
        return new Matrix(rows, columns, values);
    }

    /// <summary>A model of any type, which has to be of the type wanted here.</summary>
    public T Model<T>()
        where T : class
    {
        Require(++_depth <= DeepestNesting, "models are nested too deeply");
        ModelCodec codec = format.Of(Text());
        Require(typeof(T).IsAssignableFrom(codec.Type), $"a model of the kind \"{codec.Tag}\" stands where it cannot");
        var model = (T)codec.Read(this);
        _depth--;
        return model;
    }

    public T[] Models<T>()
        where T : class =>
        List(reader => reader.Model<T>());

    public T[] List<T>(Func<ModelReader, T> read)
    {
        var values = new T[Count()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(this);
        }

        return values;
    }

    /// <summary>Throws unless something holds that holds in every file this program writes.</summary>
    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ModelFileException($"The saved model is damaged: {otherwise}. Save it again.");
        }
    }

    /// <summary>Throws unless everything was read.</summary>
    public void RequireEnd() => Require(Left == 0, "something stands behind its end");

    public void Dispose()
    {
        _reader?.Dispose();
        _stream.Dispose();
    }

    private double[] Raw(int count)
    {
        Require((long)count * sizeof(double) <= Left, "a list is longer than the file");
        var values = new double[count];
        _stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private T Guarded<T>(Func<BinaryReader, T> read)
    {
        try
        {
            return read(Reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or IOException)
        {
            throw new ModelFileException("The saved model is damaged: it ends too early. Save it again.", fault);
        }
    }
}
