using System.Globalization;
using System.Net.Mime;
using System.Text;
using CustomerDashboard.CommandLine;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerDashboard.Endpoints;

/// <summary>The files that can be taken away from a workspace.</summary>
internal static class DownloadEndpoints
{
    /// <summary>Bytes of a form with ids: room for some millions of customers, where the framework's own limit is 4 MB.</summary>
    private const int LargestAudience = 64 << 20;

    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(RouteGroupBuilder workspace)
    {
        workspace.MapGet("/rejected.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "rejected", result => text => RejectedCsv.Write(text, result.Report, registry.Store.SourcePath(id), http.RequestAborted)));
        workspace.MapGet("/customers.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "customers", result => Customers(result, null)));
        workspace.MapGet("/segments.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "segments", result => result is { Features: { } features, Segments: { } segments }
                ? text => SegmentsCsv.Write(text, features, segments, result.Personas)
                : null));
        workspace.MapGet("/segments/{segment:int}.csv", (HttpContext http, string id, int segment, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, string.Create(CultureInfo.InvariantCulture, $"segment-{segment}"), result => Segment(result, segment)));
        workspace.MapGet("/predictions.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "predictions", result => result.Prediction is { } prediction ? text => PredictionsCsv.Write(text, prediction) : null));
        workspace.MapGet("/rules.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "rules", result => result.Baskets is { Itemsets: not null } baskets ? text => RulesCsv.Write(text, baskets) : null));
        workspace.MapGet("/bundles.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "bundles", result => result.Baskets is { Itemsets: not null } baskets ? text => BundlesCsv.Write(text, baskets) : null));
        workspace.MapGet("/product_network.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "product_network", result => Nodes(result.ProductNetwork?.Network)));
        workspace.MapGet("/product_links.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "product_links", result => Links(result.ProductNetwork?.Network)));
        workspace.MapGet("/customer_network.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "customer_network", result => Nodes(result.CustomerNetwork?.Network)));
        workspace.MapGet("/customer_links.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "customer_links", result => Links(result.CustomerNetwork?.Network)));
        workspace.MapGet("/lifetime_value.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "lifetime_value", result => result.LifetimeValue is { Chosen: not null } lifetime ? text => LifetimeValueCsv.Write(text, lifetime.Customers) : null));
        workspace.MapGet("/recommendations.csv", (HttpContext http, string id, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, "recommendations", Offers));
        workspace.MapGet("/removed/{rule}.csv", (HttpContext http, string id, string rule, WorkspaceRegistry registry) => SendCsv(
            http, registry, id, $"removed-{rule}", result => Removed(result, rule)));
        workspace.MapGet("/summary.json", (HttpContext http, string id, WorkspaceRegistry registry) => Send(
            http, registry, id, "summary.json", MediaTypeNames.Application.Json, result => stream => AnalysisSummary.Write(stream, result)));
        workspace.MapGet("/models/{question}" + SavedModel.Extension, (HttpContext http, string id, string question, ModelKind? model, WorkspaceRegistry registry) => Send(
            http, registry, id, question + SavedModel.Extension, MediaTypeNames.Application.Octet, result => Model(result, question, model)));
        workspace.MapGet("/recipe.json", (HttpContext http, string id, WorkspaceRegistry registry) => SendRecipe(http, registry, id));
        workspace.MapPost("/audience.csv", SendAudienceAsync).DisableAntiforgery()
            .WithFormOptions(bufferBodyLengthLimit: LargestAudience, valueLengthLimit: LargestAudience, multipartBodyLengthLimit: LargestAudience)
            .WithMetadata(new RequestSizeLimitAttribute(LargestAudience));
    }

    private static Action<TextWriter>? Customers(AnalysisResult result, Func<int, bool>? include) => result.Features is { } features
        ? text => CustomersCsv.Write(
            text, features, result.Segments, result.Personas, result.Prediction, include, RfmScoring.TryScore(features, result.Segmentation?.Options.Rfm))
        : null;

    /// <summary>The leading model of a question, or another of those compared, which is learned while it is sent.</summary>
    private static Action<Stream>? Model(AnalysisResult result, string question, ModelKind? model) =>
        result.Prediction?.Task(question) is { Fitted: not null } task && (model is null || task.Find(model) is { Failure: null })
            ? stream => SavedModelFile.Write(stream, SavedModels.Of(result, question, model, DateTime.UtcNow)!)
            : null;

    private static Action<TextWriter>? Segment(AnalysisResult result, int segment) =>
        result.Segments is { } solution && segment >= 0 && segment < solution.Segments.Count
            ? Customers(result, row => solution.Labels[row] == segment)
            : null;

    private static Action<TextWriter>? Nodes(LinkNetwork? network) =>
        network is null ? null : text => NetworkNodesCsv.Write(text, network);

    private static Action<TextWriter>? Links(LinkNetwork? network) =>
        network is null ? null : text => NetworkLinksCsv.Write(text, network);

    private static Action<TextWriter>? Offers(AnalysisResult result)
    {
        if (result.Recommendation?.Engine is not { } engine)
        {
            return null;
        }

        SegmentTastes? tastes = SegmentTastes.Of(result);
        return text => RecommendationsCsv.Write(text, engine, result.Options.Recommendation, tastes is null ? null : tastes.Of);
    }

    private static Action<TextWriter>? Removed(AnalysisResult result, string rule) =>
        result.Cleaning is { } cleaning && cleaning.Steps.Any(step => step.RuleId == rule)
            ? text => RemovedLinesCsv.Write(text, cleaning, rule)
            : null;

    /// <summary>A chosen audience: the ids come in the form, one to a line, for there may be thousands.</summary>
    private static async Task<IResult> SendAudienceAsync(
        HttpContext http, string id, WorkspaceRegistry registry, IAntiforgery antiforgery, [FromForm] string customers, [FromForm] string? name)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Missing("This was not sent by an open page of this dashboard. Reload the page and try again.", StatusCodes.Status400BadRequest);
        }

        var chosen = customers.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return await SendCsv(
            http, registry, id, DisplayName.ForDownload(name ?? "audience"),
            result => result.Features is { } features ? Customers(result, row => chosen.Contains(features.CustomerIds[row])) : null);
    }

    private static async Task<IResult> SendRecipe(HttpContext http, WorkspaceRegistry registry, string id)
    {
        Workspace workspace;
        try
        {
            workspace = registry.Open(id);
        }
        catch (WorkspaceException missing)
        {
            return Missing(missing.Message);
        }

        // A recipe can be had before the first analysis and while one runs.
        AnalysisOptions recipe = workspace.Result is { } result && !workspace.IsStale ? AnalyzeRun.Settled(result) : workspace.Options;
        await WriteAsync(
            http, FileName(workspace, "recipe.json"), MediaTypeNames.Application.Json,
            stream => stream.Write(Encoding.UTF8.GetBytes(Recipe.ToJson(recipe))));
        return Results.Empty;
    }

    private static Task<IResult> SendCsv(
        HttpContext http, WorkspaceRegistry registry, string id, string name, Func<AnalysisResult, Action<TextWriter>?> choose) =>
        Send(http, registry, id, name + ".csv", Csv, result => choose(result) is { } write
            ? stream =>
            {
                // With the mark spreadsheets take the text for UTF-8, without it for the machine's old code page.
                using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\n" };
                write(text);
            }
        : null);

    private static async Task<IResult> Send(
        HttpContext http, WorkspaceRegistry registry, string id, string name, string type, Func<AnalysisResult, Action<Stream>?> choose)
    {
        Workspace workspace;
        AnalysisResult? result;
        try
        {
            workspace = registry.Open(id);
            result = await LoadAsync(workspace, http.RequestAborted);
        }
        catch (WorkspaceException missing)
        {
            return Missing(missing.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }

        if (result is null || choose(result) is not { } write)
        {
            return Missing(workspace.Problem ?? "This file does not exist yet: the analysis has no result for it.");
        }

        registry.Touch(workspace);
        await WriteAsync(http, FileName(workspace, name), type, write);
        return Results.Empty;
    }

    private static async Task<AnalysisResult?> LoadAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.Result is null)
        {
            workspace.EnsureLoaded();
            await workspace.WhenIdleAsync().WaitAsync(cancellationToken);
        }

        return workspace.Result;
    }

    private static string FileName(Workspace workspace, string name) =>
        $"{DisplayName.ForDownload(workspace.Record.Name)}-{DisplayName.ForDownload(name)}";

    private static async Task WriteAsync(HttpContext http, string fileName, string type, Action<Stream> write)
    {
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // The writers are synchronous; the buffer goes to a temporary file when it is large.
        await using var buffer = new FileBufferingWriteStream(memoryThreshold: 1 << 20);
        await Task.Run(() => write(buffer), http.RequestAborted);
        http.Response.ContentLength = buffer.Length;
        await buffer.DrainBufferAsync(http.Response.Body, http.RequestAborted);
    }

    private static IResult Missing(string message, int status = StatusCodes.Status404NotFound) => Results.Json(new { message }, statusCode: status);
}
