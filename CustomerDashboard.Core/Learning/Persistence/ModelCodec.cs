namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>How one type of fitted model is written and read.</summary>
internal sealed class ModelCodec
{
    private ModelCodec(string tag, Type type, Action<ModelWriter, object> write, Func<ModelReader, object> read) =>
        (Tag, Type, Write, Read) = (tag, type, write, read);

    /// <summary>What stands for the type in files; it never changes.</summary>
    public string Tag { get; }

    public Type Type { get; }

    public Action<ModelWriter, object> Write { get; }

    public Func<ModelReader, object> Read { get; }

    public static ModelCodec Of<T>(string tag, Action<ModelWriter, T> write, Func<ModelReader, T> read)
        where T : notnull =>
        new(tag, typeof(T), (writer, model) => write(writer, (T)model), reader => read(reader));
}
