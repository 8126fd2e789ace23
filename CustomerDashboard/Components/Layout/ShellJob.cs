namespace CustomerDashboard.Components.Layout;

/// <summary>A job as the status chip lists it.</summary>
/// <param name="Id">Names the job when it is cancelled.</param>
/// <param name="Title">What it does, in words.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Share">Share done from 0 to 1, or null when it is not known.</param>
/// <param name="Detail">The stage it is in, or why it failed.</param>
public sealed record ShellJob(string Id, string Title, ShellJobState State, double? Share, string? Detail);
