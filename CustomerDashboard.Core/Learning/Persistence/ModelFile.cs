using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>
/// Writes and reads fitted models with everything that was fitted with them, so that what is read foretells bit by bit the same. A file holds,
/// after its mark and version, a header in JSON that a person can read, the model packed, and a check sum over both.
/// Models by nearest neighbours and support vectors hold rows they learned from: treat such files like the data themselves.
/// </summary>
public static class ModelFile
{
    /// <summary>The version of the format; a file of another one is refused.</summary>
    public const int Version = 1;

    private const int LargestHeader = 4 << 20;
    private const int LargestModel = 512 << 20;

    private static readonly byte[] Mark = "CDMODEL\n"u8.ToArray();

    /// <summary>Writes a model.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="model">A classifier, a regressor, or a fitted change of columns of this library.</param>
    /// <param name="header">JSON about the model, which is kept as it is.</param>
    /// <exception cref="NotSupportedException">There is no way of writing such a model; nothing was written.</exception>
    public static void Write(Stream output, object model, string header = "{}") => Write(output, model, header, ModelFormat.Standard);

    /// <summary>Reads a model.</summary>
    /// <returns>The header as it was written, and the model.</returns>
    /// <exception cref="ModelFileException">It is no saved model, damaged, or of another version; the message says which.</exception>
    public static (string Header, object Model) Read(Stream input) => Read(input, ModelFormat.Standard);

    internal static void Write(Stream output, object model, string header, ModelFormat format)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(header);
        using var plain = new MemoryStream();
        using (var writer = new ModelWriter(plain, format))
        {
            writer.Model(model);
        }

        using var whole = new MemoryStream();
        whole.Write(Mark);
        WriteInt(whole, Version);
        byte[] text = Encoding.UTF8.GetBytes(header);
        WriteInt(whole, text.Length);
        whole.Write(text);
        WriteInt(whole, checked((int)plain.Length));
        using (var packed = new BrotliStream(whole, CompressionLevel.Optimal, leaveOpen: true))
        {
            plain.Position = 0;
            plain.CopyTo(packed);
        }

        byte[] bytes = whole.ToArray();
        output.Write(bytes);
        output.Write(SHA256.HashData(bytes));
    }

    internal static (string Header, object Model) Read(Stream input, ModelFormat format)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var whole = new MemoryStream();
        input.CopyTo(whole);
        byte[] bytes = whole.ToArray();
        (string header, int start) = ReadHeader(bytes);
        byte[] plain = Unpack(bytes, start);
        using var reader = new ModelReader(plain, format);
        try
        {
            object model = reader.Model<object>();
            reader.RequireEnd();
            return (header, model);
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // The check sum held, so this is a forged file or a fault of the program that wrote it.
            throw new ModelFileException("The saved model is damaged: its parts do not fit together. Save it again.", fault);
        }
    }

    private static (string Header, int Start) ReadHeader(byte[] bytes)
    {
        if (bytes.Length < Mark.Length || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new ModelFileException("This file is no model saved by CustomerDashboard. Choose a file that was downloaded as a model from the page Prediction.");
        }

        int place = Mark.Length;
        int version = ReadInt(bytes, ref place);
        if (version != Version)
        {
            throw new ModelFileException(FormattableString.Invariant(
                $"The model was saved in format {version}, this program reads format {Version}. Learn and save it again with this version."));
        }

        ModelReader.Require(bytes.Length > place + SHA256.HashSizeInBytes, "it ends too early");
        int body = bytes.Length - SHA256.HashSizeInBytes;
        ModelReader.Require(SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body)), "its check sum does not hold");
        int length = ReadInt(bytes, ref place);
        ModelReader.Require(length >= 0 && length <= LargestHeader && place + length <= body, "its header is longer than the file");
        return (Encoding.UTF8.GetString(bytes, place, length), place + length);
    }

    private static byte[] Unpack(byte[] bytes, int place)
    {
        int length = ReadInt(bytes, ref place);
        ModelReader.Require(length >= 0 && length <= LargestModel, "its model is larger than any");
        using var packed = new MemoryStream(bytes, place, bytes.Length - SHA256.HashSizeInBytes - place, writable: false);
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        try
        {
            // Room is made as bytes arrive: a forged length alone takes none.
            using var plain = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                ModelReader.Require(plain.Length + read <= length, "its model is longer than it says");
                plain.Write(buffer, 0, read);
            }

            ModelReader.Require(plain.Length == length, "its model is shorter than it says");
            return plain.ToArray();
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new ModelFileException("The saved model is damaged: it cannot be unpacked. Save it again.", fault);
        }
    }

    private static void WriteInt(Stream output, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        output.Write(bytes);
    }

    private static int ReadInt(byte[] bytes, ref int place)
    {
        ModelReader.Require(place + sizeof(int) <= bytes.Length, "it ends too early");
        int value = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place));
        place += sizeof(int);
        return value;
    }
}
