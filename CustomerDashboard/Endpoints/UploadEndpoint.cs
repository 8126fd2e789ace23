using CustomerDashboard.Security;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CustomerDashboard.Endpoints;

/// <summary>
/// Takes a file of any size straight to the disk: the raw body with its name in <c>?name=</c>, or the first file of a
/// multipart form. Past the circuit it is ten times as fast and the browser reports true progress.
/// </summary>
internal static class UploadEndpoint
{
    /// <summary>The token that an upload must carry, together with its cookie; other sites cannot read this answer.</summary>
    public static IResult IssueToken(HttpContext context, IAntiforgery antiforgery)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { header = AntiforgeryHeader.Name, token = tokens.RequestToken });
    }

    public static async Task<IResult> ReceiveAsync(
        HttpContext context, IAntiforgery antiforgery, WorkspaceStore store, IOptions<WorkspaceOptions> options, string? name = null)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The store counts for itself and answers in words; the server's own limit would cut the connection, and with it the
            // answer to those who are still sending.
            size.MaxRequestBodySize = null;
        }

        // Asked for by header only: looking for it in the body would read the body before its size is checked.
        if (!context.Request.Headers.ContainsKey(AntiforgeryHeader.Name) || !await antiforgery.IsRequestValidAsync(context))
        {
            return Refuse(StatusCodes.Status400BadRequest, "This upload was not sent by an open page of this dashboard. Reload the page and try again.");
        }

        long limit = options.Value.MaxUploadBytes;
        if (context.Request.ContentLength > limit)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new UploadTooLargeException(limit).Message);
        }

        try
        {
            var (content, fileName) = await ContentAsync(context.Request, name, context.RequestAborted);
            if (content is null)
            {
                return Refuse(StatusCodes.Status400BadRequest, "The upload holds no file.");
            }

            WorkspaceRecord record = await store.CreateAsync(content, fileName, limit, null, context.RequestAborted);
            return Results.Json(
                new { id = record.Id, name = record.Name, fileName = record.SourceFile, bytes = record.SourceBytes },
                statusCode: StatusCodes.Status201Created);
        }
        catch (UploadTooLargeException large)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, large.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The upload broke off or is damaged. Try again.");
        }
        catch (IOException disk)
        {
            return Refuse(StatusCodes.Status507InsufficientStorage, $"The file could not be kept: {disk.Message}");
        }
    }

    private static async Task<(Stream? Content, string FileName)> ContentAsync(HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return (request.Body, name ?? "upload");
        }

        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? throw new InvalidDataException("The form has no boundary.");
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                string? sent = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                return (section.Body, sent ?? name ?? "upload");
            }
        }

        return (null, string.Empty);
    }

    private static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
