using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>A role in a person's words.</summary>
public sealed record RoleWords(ColumnRole Role, string Name, string Meaning, RoleNeed Need);
