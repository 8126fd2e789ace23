namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// What comes out of a packed file, counted while it comes: a small file that unpacks to more than the machine can take
/// is stopped where it passes the limit, whatever sizes it claims. Damage is told in words.
/// </summary>
internal sealed class GuardedStream(
    Stream inner, string fileName, long packedBytes, ImportLimits limits, IDisposable? owner = null, Func<long, bool>? isWhole = null) : ForwardStream
{
    private const long FreeBytes = 64L << 20;
    private long unpacked;

    public override long Position
    {
        get => unpacked;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(exception);
        }

        // The framework's reader takes a file that stops in the middle for one that ends there.
        if (read == 0 && buffer.Length > 0 && isWhole is not null && !isWhole(unpacked))
        {
            throw Damaged(null);
        }

        unpacked += read;
        if (unpacked > limits.MaxUnpackedBytes || (unpacked > FreeBytes && unpacked / limits.MaxUnpackRatio > packedBytes))
        {
            throw new ImportException(ImportErrorCode.UnpacksTooLarge,
                $"{fileName} ({Words.Count(packedBytes)} bytes) unpacks to more than {Words.Count(unpacked)} bytes, which is beyond the limit of "
                + $"{Words.Count(limits.MaxUnpackedBytes)} bytes or {limits.MaxUnpackRatio} times its size. Unpack it yourself and check it, or raise the limit.");
        }

        return read;
    }

    private ImportException Damaged(Exception? cause) => new(ImportErrorCode.Damaged,
        $"{fileName} is damaged or cut short: it could be unpacked up to byte {Words.Count(unpacked)} and no further. Download or export the file again.", cause);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
