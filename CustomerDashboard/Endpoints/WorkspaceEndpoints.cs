namespace CustomerDashboard.Endpoints;

/// <summary>What goes past the circuit: files in and files out.</summary>
public static class WorkspaceEndpoints
{
    public const string Root = "/api/workspaces";

    public static void MapWorkspaceEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/antiforgery", UploadEndpoint.IssueToken);
        RouteGroupBuilder workspaces = endpoints.MapGroup(Root);
        workspaces.MapPost("/", UploadEndpoint.ReceiveAsync).DisableAntiforgery();
        DownloadEndpoints.Map(workspaces.MapGroup("/{id}"));
    }
}
