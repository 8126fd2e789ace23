using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Workspaces;

/// <summary>What is still there when the program starts again.</summary>
public sealed class WorkspaceRestartTests : WorkspaceProgram
{
    [Fact]
    public async Task A_workspace_survives_a_restart_with_its_settings_and_result()
    {
        using (WorkspaceSession session = Start())
        {
            await session.CreateSampleAsync(120, cancellationToken: Token);
            await session.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 5 } });
            await IdleAsync(session);
        }

        using WorkspaceSession restarted = Start();
        await restarted.EnsureOpenAsync();
        await IdleAsync(restarted);
        Assert.Equal(5, restarted.Result!.Segments!.K);
        Assert.Equal(5, restarted.Options.Segmentation.ChosenK);
    }

    [Fact]
    public async Task Undo_survives_a_restart()
    {
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(60, cancellationToken: Token);
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 3 } });
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 5 } });
            await IdleAsync(before);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.True(after.CanUndo);
        await after.UndoAsync();
        Assert.Equal(3, after.Options.Segmentation.ChosenK);
        await after.UndoAsync();
        Assert.Null(after.Options.Segmentation.ChosenK);
        Assert.False(after.CanUndo);
        await IdleAsync(after);
    }

    [Fact]
    public async Task Segments_keep_their_colours_when_k_changes_and_after_a_restart()
    {
        Dictionary<string, int> Worn(WorkspaceSession session) => session.Result!.Features!.CustomerIds
            .Select((id, row) => (id, session.Result.Segments!.Segments[session.Result.Segments.Labels[row]].ColourSlot)).ToDictionary();
        Dictionary<string, int> first;
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(200, cancellationToken: Token);
            await IdleAsync(before);
            int suggested = before.Result!.Segmentation!.ChosenK;
            Dictionary<string, int> atFirst = Worn(before);
            string[] names = [.. before.Result.Personas!.Personas.Select(persona => persona.Name)];
            foreach (int k in (int[])[7, 3, suggested])
            {
                await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = k } });
                await IdleAsync(before);
            }

            // There and back again restores colours and names.
            Assert.Equal(atFirst, Worn(before));
            Assert.Equal(names, before.Result.Personas!.Personas.Select(persona => persona.Name));
            await before.UpdateAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = 3 } });
            await IdleAsync(before);
            first = Worn(before);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.Equal(first, Worn(after));
        await after.UpdateAsync(options => options with { Seed = 5 });
        await IdleAsync(after);
        Dictionary<string, int> now = Worn(after);
        Assert.True(first.Count(pair => now[pair.Key] == pair.Value) > 0.9 * first.Count);
    }

    [Fact]
    public async Task Attributes_are_joined_survive_a_restart_and_can_be_taken_away()
    {
        using (WorkspaceSession before = Start())
        {
            await before.CreateSampleAsync(60, cancellationToken: Token);
            await IdleAsync(before);
            string[] ids = before.Result!.Features!.CustomerIds;
            string ages = "CustomerID,Age\n" + string.Join('\n', ids.Select((id, i) => $"{id},{20 + (i % 50)}"));
            await before.AddAttributesAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ages)), "ages.csv", 1 << 20, Token);
            await IdleAsync(before);
            Assert.Equal(21, before.Result!.Features!["Age"][1]);
            await Assert.ThrowsAsync<UploadTooLargeException>(() => before.AddAttributesAsync(new MemoryStream(new byte[100]), "big.csv", 10, Token));
            Assert.Equal("ages.csv", before.Current!.Record.AttributesFile);
        }

        using WorkspaceSession after = Start();
        await after.EnsureOpenAsync();
        await IdleAsync(after);
        Assert.Equal(21, after.Result!.Features!["Age"][1]);
        await after.RemoveAttributesAsync();
        await IdleAsync(after);
        Assert.DoesNotContain(after.Result!.Features!.Definitions, definition => definition.Id == "Age");
        Assert.Null(after.Current!.Record.AttributesFile);
    }

    [Fact]
    public async Task The_same_file_under_another_name_is_read_back_after_a_restart()
    {
        string content = Sample(60);
        using (WorkspaceSession session = Start())
        {
            foreach (string name in (string[])["first.csv", "second.csv"])
            {
                await session.OpenAsync(await UploadAsync(content, name));
                await session.RunAsync();
                await IdleAsync(session);
                Assert.Equal(name, session.Result!.Report.FileName);
            }
        }

        foreach (WorkspaceInfo info in new WorkspaceStore(Folder).List())
        {
            string folder = Path.Combine(Folder, "workspaces", info.Id);
            Assert.NotEmpty(Directory.GetFiles(folder, "import-*.report.json"));
        }
    }
}
