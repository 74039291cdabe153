using System.Runtime.CompilerServices;

namespace Helpdesk.Tests.Architecture;

/// <summary>A module shows its door and its contracts, and nothing else.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Modules => new(House.Modules);

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_shows_only_its_door_and_its_contracts(string module)
    {
        var shown = House.Assembly(module).GetExportedTypes();
        Assert.Contains(shown, type => type.Name == $"{module}Module");
        Assert.All(shown, type => Assert.True(
            type.FullName == $"Helpdesk.{module}.{module}Module"
            || type.Namespace == $"Helpdesk.{module}.Contracts"
            || type.Namespace!.StartsWith($"Helpdesk.{module}.Contracts.", StringComparison.Ordinal),
            $"{type.FullName} is public."));
    }

    [Fact]
    public void Only_tests_are_friends()
    {
        var friends = House.AllowedArrows.Keys
            .SelectMany(name => House.Assembly(name).GetCustomAttributes(typeof(InternalsVisibleToAttribute), false))
            .Cast<InternalsVisibleToAttribute>()
            .Select(friend => friend.AssemblyName)
            .ToList();
        Assert.NotEmpty(friends);
        Assert.All(friends, friend => Assert.EndsWith("Tests", friend, StringComparison.Ordinal));
    }
}
