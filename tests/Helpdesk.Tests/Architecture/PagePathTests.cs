using Microsoft.AspNetCore.Razor.Hosting;

namespace Helpdesk.Tests.Architecture;

/// <summary>Two modules with one page path would lose one of the pages without a word.</summary>
public sealed class PagePathTests
{
    [Fact]
    public void No_two_modules_compile_the_same_page_path()
    {
        var paths = House.AllowedArrows.Keys
            .SelectMany(name => House.Assembly(name).GetCustomAttributes(typeof(RazorCompiledItemAttribute), false))
            .Cast<RazorCompiledItemAttribute>()
            .Select(item => item.Identifier)
            .ToList();
        Assert.True(paths.Count > 10);
        Assert.Empty(paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Pages_of_a_module_begin_with_its_name()
    {
        foreach (var module in House.Modules)
        {
            var paths = House.Assembly(module).GetCustomAttributes(typeof(RazorCompiledItemAttribute), false)
                .Cast<RazorCompiledItemAttribute>().Select(item => item.Identifier);
            Assert.All(paths, path => Assert.StartsWith($"/{module}/", path, StringComparison.Ordinal));
        }
    }
}
