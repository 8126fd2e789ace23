namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>Every type of fitted model that can be written and read.</summary>
internal sealed class ModelFormat
{
    private readonly Dictionary<Type, ModelCodec> _byType = [];
    private readonly Dictionary<string, ModelCodec> _byTag = new(StringComparer.Ordinal);

    private ModelFormat(IEnumerable<ModelCodec> codecs)
    {
        foreach (ModelCodec codec in codecs)
        {
            _byType.Add(codec.Type, codec);
            _byTag.Add(codec.Tag, codec);
        }
    }

    /// <summary>The models of this room.</summary>
    public static ModelFormat Standard { get; } =
        new([.. LinearCodecs.All, .. TreeCodecs.All, .. NeighbourCodecs.All, .. PreprocessingCodecs.All, .. CompositeCodecs.All]);

    /// <summary>These and others.</summary>
    public ModelFormat With(IEnumerable<ModelCodec> codecs) => new([.. _byType.Values, .. codecs]);

    /// <exception cref="NotSupportedException">There is no way of writing such a model.</exception>
    public ModelCodec Of(object model) => _byType.TryGetValue(model.GetType(), out ModelCodec? codec)
        ? codec
        : throw new NotSupportedException($"A model of type {model.GetType().Name} cannot be saved.");

    /// <exception cref="ModelFileException">The tag is not known.</exception>
    public ModelCodec Of(string tag) => _byTag.TryGetValue(tag, out ModelCodec? codec)
        ? codec
        : throw new ModelFileException($"The file holds a model of the kind \"{tag}\", which this version of the program does not know. Use the version that saved it.");
}
