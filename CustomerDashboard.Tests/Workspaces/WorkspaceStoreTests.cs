using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Workspaces;

public sealed class WorkspaceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Root => _folder.File("workspaces");

    public void Dispose() => _folder.Dispose();

    private WorkspaceStore Open() => new(_folder.Path);

    private static Task<WorkspaceRecord> CreateAsync(WorkspaceStore store, string fileName = "shop.csv", string content = "a,b\n1,2\n") =>
        store.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), fileName, 1000, null, Token);

    [Fact]
    public async Task What_is_created_is_there_after_a_restart()
    {
        WorkspaceRecord created = await CreateAsync(Open(), "Café sales.csv.gz");
        WorkspaceStore restarted = Open();
        WorkspaceInfo info = Assert.Single(restarted.List());
        Assert.Equal(created.Id, info.Id);
        Assert.Equal("Café sales", info.Name);
        Assert.Equal("Café sales.csv.gz", info.SourceFile);
        Assert.Equal(WorkspaceState.Uploaded, info.State);
        Assert.Equal(8, info.SourceBytes);
        Assert.Equal("a,b\n1,2\n", await File.ReadAllTextAsync(restarted.SourcePath(info.Id), Token));
        Assert.Equal(64, restarted.Read(info.Id).SourceSha256.Length);
    }

    [Fact]
    public async Task The_recipe_is_kept_with_the_workspace()
    {
        WorkspaceStore store = Open();
        string id = (await CreateAsync(store)).Id;
        AnalysisOptions options = AnalysisOptions.Default with { Seed = 9 };
        store.Update(id, record => record with { Options = options, Confirmed = true });
        WorkspaceRecord read = Open().Read(id);
        Assert.True(Recipe.AreEqual(options, read.Options));
        Assert.True(read.Confirmed);
    }

    [Fact]
    public void No_file_name_becomes_a_path() => Prop.ForAll(
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string?>(),
            Gen.Elements<string?>(
                "../../etc/passwd", @"..\..\windows\win.ini", "/etc/passwd", @"C:\x.csv", "a\0b.csv", "CON", ".", "..", "x/../../y.csv",
                "\u202Evsc.exe", new string('a', 5000), "workspace.json", "<script>.csv")).ToArbitrary(),
        name =>
        {
            using var folder = new TemporaryFolder();
            var store = new WorkspaceStore(folder.Path);
            WorkspaceRecord record = store.CreateAsync(new MemoryStream([1, 2, 3]), name!, 1000, null, CancellationToken.None).GetAwaiter().GetResult();
            string[] files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
            Assert.Equal(2, files.Length);
            Assert.All(files, file => Assert.Equal(folder.File(Path.Combine("workspaces", record.Id)), Path.GetDirectoryName(file)));
            Assert.Equal(["source.bin", "workspace.json"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.InRange(record.Name.Length, 1, 120);
            Assert.DoesNotContain('\0', record.SourceFile);
            Assert.DoesNotContain('/', record.SourceFile);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123")]
    [InlineData("0123456789abcdef012")]
    [InlineData("0123456789abcdef012/")]
    public void No_made_up_id_opens_anything(string id)
    {
        WorkspaceStore store = Open();
        Assert.Throws<WorkspaceException>(() => store.Read(id));
        Assert.Throws<WorkspaceException>(() => store.SourcePath(id));
        Assert.Throws<WorkspaceException>(() => store.Duplicate(id));
        store.Delete(id);
        Assert.True(Directory.Exists(Root));
    }

    [Fact]
    public async Task A_file_that_is_too_large_leaves_nothing_behind()
    {
        WorkspaceStore store = Open();
        var thrown = await Assert.ThrowsAsync<UploadTooLargeException>(
            () => store.CreateAsync(new MemoryStream(new byte[2_000_000]), "big.csv", 1 << 20, null, Token));
        Assert.Contains("1 MB", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Root));
    }

    [Fact]
    public async Task A_transfer_that_is_cut_off_leaves_nothing_behind()
    {
        WorkspaceStore store = Open();
        await Assert.ThrowsAsync<IOException>(() => store.CreateAsync(new BrokenStream(), "cut.csv", 1 << 20, null, Token));
        Assert.Empty(Directory.GetDirectories(Root));
    }

    [Fact]
    public async Task Debris_of_a_killed_process_is_swept_at_the_next_start()
    {
        string id = (await CreateAsync(Open())).Id;
        Directory.CreateDirectory(Path.Combine(Root, ".incoming-1234"));
        Directory.CreateDirectory(Path.Combine(Root, ".deleted-1234"));
        await File.WriteAllTextAsync(Path.Combine(Root, ".incoming-1234", "source.bin"), "half", Token);
        await File.WriteAllTextAsync(Path.Combine(Root, id, "workspace.json.abcd" + AtomicFile.PartialSuffix), "{ \"na", Token);
        Assert.Equal(id, Assert.Single(Open().List()).Id);
        Assert.Equal([Path.Combine(Root, id)], Directory.GetDirectories(Root));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Root, id)).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("{ \"id\": \"x\", \"name\": 4 }")]
    [InlineData("\0\0\0\0\0\0")]
    public async Task A_damaged_record_is_listed_as_broken_beside_the_others(string damage)
    {
        WorkspaceStore store = Open();
        string broken = (await CreateAsync(store)).Id;
        string sound = (await CreateAsync(store, "other.csv")).Id;
        await File.WriteAllTextAsync(Path.Combine(Root, broken, "workspace.json"), damage, Token);
        IReadOnlyList<WorkspaceInfo> list = Open().List();
        Assert.Equal(2, list.Count);
        WorkspaceInfo bad = Assert.Single(list, info => info.Id == broken);
        Assert.Equal(WorkspaceState.Broken, bad.State);
        Assert.NotNull(bad.Problem);
        Assert.Equal(WorkspaceState.Uploaded, Assert.Single(list, info => info.Id == sound).State);
        store.Delete(broken);
        Assert.Equal(sound, Assert.Single(store.List()).Id);
    }

    [Fact]
    public async Task Settings_of_another_version_give_way_to_the_standard_ones_and_say_so()
    {
        WorkspaceStore store = Open();
        string id = (await CreateAsync(store)).Id;
        string path = Path.Combine(Root, id, "workspace.json");
        string json = await File.ReadAllTextAsync(path, Token);
        await File.WriteAllTextAsync(path, json.Replace("\"maxClusters\"", "\"largestNumberOfGroups\"", StringComparison.Ordinal), Token);
        WorkspaceRecord read = store.Read(id);
        Assert.True(Recipe.AreEqual(AnalysisOptions.Default, read.Options));
        Assert.Contains("largestNumberOfGroups", read.Problem, StringComparison.Ordinal);
        Assert.Equal("shop", read.Name);
    }

    [Fact]
    public async Task Renaming_duplicating_and_deleting_touch_one_workspace_only()
    {
        WorkspaceStore store = Open();
        string id = (await CreateAsync(store)).Id;
        store.Rename(id, "  Spring 2011  ");
        string copy = store.Duplicate(id).Id;
        store.Update(copy, record => record with { Options = AnalysisOptions.Default with { Seed = 1 } });
        Assert.Equal("Spring 2011", store.Read(id).Name);
        Assert.Equal("Spring 2011 (copy)", store.Read(copy).Name);
        Assert.Equal(42, store.Read(id).Options.Seed);
        store.Delete(id);
        Assert.Equal("a,b\n1,2\n", await File.ReadAllTextAsync(store.SourcePath(copy), Token));
        Assert.Throws<WorkspaceException>(() => store.Read(id));
        Assert.Throws<ArgumentException>(() => store.Rename(copy, " \t "));
    }

    [Fact]
    public async Task The_workspace_opened_last_is_remembered_while_it_exists()
    {
        WorkspaceStore store = Open();
        string id = (await CreateAsync(store)).Id;
        Assert.Null(store.LastOpened);
        store.RememberOpened(id);
        Assert.Equal(id, Open().LastOpened);
        store.Delete(id);
        Assert.Null(Open().LastOpened);
    }

    [Fact]
    public async Task Many_writers_at_once_leave_a_whole_record()
    {
        WorkspaceStore store = Open();
        string id = (await CreateAsync(store)).Id;
        using var stop = new CancellationTokenSource();
        Task reading = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Assert.Equal(WorkspaceState.Uploaded, Assert.Single(store.List()).State);
                }
            },
            Token);
        await Parallel.ForAsync(0, 40, Token, (i, _) =>
        {
            store.Update(id, record => record with { Options = record.Options with { Seed = record.Options.Seed + 1 } });
            return ValueTask.CompletedTask;
        });
        await stop.CancelAsync();
        await reading;
        Assert.Equal(82, store.Read(id).Options.Seed);
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads > 3 ? throw new IOException("The connection was closed.") : ValueTask.FromResult(buffer.Length);
    }
}
