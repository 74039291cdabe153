using System.Reflection;

namespace Helpdesk.Tests.Architecture;

/// <summary>What the tests of the house look at.</summary>
internal static class House
{
    public static readonly IReadOnlyDictionary<string, string[]> AllowedArrows = new Dictionary<string, string[]>
    {
        ["Web"] = ["Admin", "Auth", "KnowledgeBase", "Platform", "Tickets"],
        ["Admin"] = ["Auth", "KnowledgeBase", "Platform", "Tickets"],
        ["Tickets"] = ["Auth", "KnowledgeBase", "Platform"],
        ["KnowledgeBase"] = ["Auth", "Platform"],
        ["Auth"] = ["Platform"],
        ["Platform"] = [],
    };

    public static readonly string[] Modules = ["Auth", "KnowledgeBase", "Tickets", "Admin"];

    public static string Root { get; } = FindRoot();

    public static Assembly Assembly(string name) => System.Reflection.Assembly.Load($"Helpdesk.{name}");

    /// <summary>Hand-written sources below a folder of the repository.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "TestResults"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Helpdesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Helpdesk.sln above {AppContext.BaseDirectory}");
    }
}
