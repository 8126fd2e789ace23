using System.Security.Cryptography;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Prediction.Saving;

namespace CustomerDashboard.Workspaces;

/// <summary>Scores a file that a person sends, and keeps nothing of it.</summary>
internal static class ScoreUpload
{
    /// <summary>Takes the file in, scores it and deletes it.</summary>
    /// <exception cref="UploadTooLargeException">The file is larger than allowed.</exception>
    public static async Task<ScoredFile> RunAsync(Stream content, string fileName, SavedModel model, long maximumBytes, CancellationToken cancellationToken)
    {
        string path = Path.Combine(Path.GetTempPath(), $"customerdashboard-score-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        try
        {
            await SourceFile.ReceiveAsync(content, path, maximumBytes, cancellationToken);
            return await Task.Run(() => SavedModelScoring.Run(path, DisplayName.OfFile(fileName), model, null, null, cancellationToken), cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
