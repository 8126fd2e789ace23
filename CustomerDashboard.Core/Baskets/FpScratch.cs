namespace CustomerDashboard.Core.Baskets;

/// <summary>Arrays one thread uses again for every tree it builds.</summary>
internal sealed class FpScratch
{
    private int[] _totals = [];
    private int[] _numbers = [];
    private int[] _path = [];

    public int[] Totals(int items) => Room(ref _totals, items);

    public int[] Numbers(int items) => Room(ref _numbers, items);

    public int[] Path(int items) => Room(ref _path, items);

    private static int[] Room(ref int[] array, int needed) => array.Length >= needed ? array : array = new int[needed];
}
