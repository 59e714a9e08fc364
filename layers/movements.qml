<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyMaxScale="1" simplifyLocal="1" symbologyReferenceScale="-1">
 <temporal enabled="1" mode="4" limitMode="0" startField="start" endField="end" durationField="" durationUnit="min" fixedDuration="0" accumulate="0" startExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;start_utc&quot;,to_datetime(&quot;start&quot;)),@map_start_time)" endExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;end_utc&quot;,to_datetime(to_date(to_datetime(&quot;end&quot;)+to_interval('30 hours')))),@map_end_time)">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="singleSymbol" forceraster="0">
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="geometryModifier" value="with_variable('a',start_point($geometry),with_variable('b',end_point($geometry),make_line(array_foreach(generate_series(0,24),make_point((1-@element/24.0)^2*x(@a)+2*(1-@element/24.0)*@element/24.0*((x(@a)+x(@b))/2+(y(@b)-y(@a))*0.22)+(@element/24.0)^2*x(@b),(1-@element/24.0)^2*y(@a)+2*(1-@element/24.0)*@element/24.0*((y(@a)+y(@b))/2-(x(@b)-x(@a))*0.22)+(@element/24.0)^2*y(@b))))))" type="QString" />
      <Option name="SymbolType" value="Line" type="QString" />
      <Option name="units" value="MapUnit" type="QString" />
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="line_color" value="0,105,79,191" type="QString" />
        <Option name="line_style" value="solid" type="QString" />
        <Option name="line_width" value="0.6" type="QString" />
        <Option name="line_width_unit" value="MM" type="QString" />
        <Option name="joinstyle" value="round" type="QString" />
        <Option name="capstyle" value="round" type="QString" />
        <Option name="trim_distance_end" value="1.6" type="QString" />
        <Option name="trim_distance_end_unit" value="MM" type="QString" />
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" value="" type="QString" />
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineWidth">
           <Option name="active" value="true" type="bool" />
           <Option name="expression" value="coalesce(min(0.5+log10(&quot;people&quot;)*0.42,2.4),0.5)" type="QString" />
           <Option name="type" value="3" type="int" />
          </Option>
          <Option type="Map" name="outlineStyle">
           <Option name="active" value="true" type="bool" />
           <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
           <Option name="type" value="3" type="int" />
          </Option>
         </Option>
         <Option name="type" value="collection" type="QString" />
        </Option>
       </data_defined_properties>
      </layer>
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" value="LastVertex" type="QString" />
        <Option name="placement" value="lastvertex" type="QString" />
        <Option name="rotate" value="1" type="QString" />
       </Option>
       <symbol type="marker" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="name" value="filled_arrowhead" type="QString" />
          <Option name="size" value="3.4" type="QString" />
          <Option name="size_unit" value="MM" type="QString" />
          <Option name="color" value="0,105,79,217" type="QString" />
          <Option name="outline_style" value="no" type="QString" />
          <Option name="horizontal_anchor_point" value="1" type="QString" />
          <Option name="vertical_anchor_point" value="1" type="QString" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" value="" type="QString" />
           <Option type="Map" name="properties">
            <Option type="Map" name="size">
             <Option name="active" value="true" type="bool" />
             <Option name="expression" value="2.2+1.4*coalesce(min(0.5+log10(&quot;people&quot;)*0.42,2.4),0.5)" type="QString" />
             <Option name="type" value="3" type="int" />
            </Option>
           </Option>
           <Option name="type" value="collection" type="QString" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="concat(CASE WHEN &quot;people_qualifier&quot;='at_least' THEN '≥ ' WHEN &quot;people_qualifier&quot;='about' THEN '≈ ' WHEN &quot;people_qualifier&quot;='at_most' THEN '≤ ' ELSE '' END,format_number(&quot;people&quot;,0))" isExpression="1" fontFamily="Noto Sans" namedStyle="Bold" fontWeight="75" fontSize="8" fontSizeUnit="Point" textColor="0,105,79,255" textOpacity="1" multilineHeight="0.95" fontKerning="1" textOrientation="horizontal">
    <families>
     <family name="Noto Sans" />
     <family name="Open Sans" />
     <family name="Segoe UI" />
     <family name="Helvetica Neue" />
     <family name="Arial" />
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="247,245,240,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1" />
   </text-style>
   <text-format multilineAlign="3" formatNumbers="0" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement dist="0" distUnits="MM" offsetType="0" offsetUnits="MM" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" lineAnchorPercent="0.5" polygonPlacementFlags="2" preserveRotation="1" geometryGenerator="with_variable('a',start_point($geometry),with_variable('b',end_point($geometry),make_line(array_foreach(generate_series(0,24),make_point((1-@element/24.0)^2*x(@a)+2*(1-@element/24.0)*@element/24.0*((x(@a)+x(@b))/2+(y(@b)-y(@a))*0.22)+(@element/24.0)^2*x(@b),(1-@element/24.0)^2*y(@a)+2*(1-@element/24.0)*@element/24.0*((y(@a)+y(@b))/2-(x(@b)-x(@a))*0.22)+(@element/24.0)^2*y(@b))))))" geometryGeneratorType="LineGeometry" geometryGeneratorEnabled="1" placement="4" />
   <rendering drawLabels="1" displayAll="0" limitNumLabels="1" maxNumLabels="2000" fontMinPixelSize="3" fontMaxPixelSize="10000" obstacle="1" obstacleFactor="1" obstacleType="1" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" value="" type="QString" />
     <Option type="Map" name="properties">
      <Option type="Map" name="Show">
       <Option name="active" value="true" type="bool" />
       <Option name="expression" value="&quot;people&quot; IS NOT NULL" type="QString" />
       <Option name="type" value="3" type="int" />
      </Option>
     </Option>
     <Option name="type" value="collection" type="QString" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <legend type="default-vector" showLabelLegend="0" />
 <fieldConfiguration>
  <field name="layer" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Areas" value="areas" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border points" value="border_points" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoints and airports" value="checkpoints" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compounds" value="compounds" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Events" value="events" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Incidents" value="incidents" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Movements" value="movements" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Not on the map" value="none" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Cities and venues" value="venues" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Arrest" value="arrest" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Handover" value="handover" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Inspection" value="inspection" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mechanism" value="mechanism" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Meeting" value="meeting" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Operation launched" value="operation_launch" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Raid or detention" value="raid_or_detention" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Repatriation" value="repatriation" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Report" value="report" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Rescue" value="rescue" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Statement" value="statement" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply cut" value="supply_cut" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Trafficking case" value="trafficking_case" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="status" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Announced" value="announced" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Decided" value="decided" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Done" value="done" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Ended" value="ended" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Proposed" value="proposed" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Working" value="working" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="place_kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Airport" value="airport" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border" value="border" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border town" value="border_town" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Bridge" value="bridge" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoint" value="checkpoint" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="City" value="city" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound" value="compound" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound area" value="compound_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Country" value="country" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="District" value="district" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mountain pass" value="mountain_pass" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Office" value="office" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Province" value="province" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Region" value="region" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="role" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Destination" value="destination" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Origin" value="origin" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Site" value="site" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Subject" value="subject" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Target area" value="target_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Transit" value="transit" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="basis" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from the context" value="context" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="implied: seat of the office that acts" value="implied" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="stated by the source" value="stated" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_precision" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="known to the day" value="day" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the hour" value="hour" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known as an interval" value="interval" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the minute" value="minute" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the month" value="month" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the season" value="season" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="date not known" value="unknown" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the year" value="year" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_certainty" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from this time on, moment unknown" value="after" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="by the end of this time" value="before" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at this time" value="exact" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="lasted all this time" value="span" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at an unknown moment within this time" value="within" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" index="0" name="Feature" />
  <alias field="event_id" index="1" name="Event" />
  <alias field="place_id" index="2" name="Place (id)" />
  <alias field="layer" index="3" name="Layer" />
  <alias field="kind" index="4" name="Kind" />
  <alias field="title" index="5" name="Title" />
  <alias field="title_zh_hans" index="6" name="Title (Simplified Chinese)" />
  <alias field="title_zh_hant" index="7" name="Title (Traditional Chinese)" />
  <alias field="summary" index="8" name="Summary" />
  <alias field="summary_zh_hans" index="9" name="Summary (Simplified Chinese)" />
  <alias field="summary_zh_hant" index="10" name="Summary (Traditional Chinese)" />
  <alias field="status" index="11" name="Status" />
  <alias field="place_name" index="12" name="Place" />
  <alias field="place_name_zh_hans" index="13" name="Place (Simplified Chinese)" />
  <alias field="place_name_zh_hant" index="14" name="Place (Traditional Chinese)" />
  <alias field="place_name_th" index="15" name="Place (Thai)" />
  <alias field="place_name_my" index="16" name="Place (Burmese)" />
  <alias field="place_kind" index="17" name="Kind of place" />
  <alias field="country" index="18" name="Country" />
  <alias field="role" index="19" name="Role of the place" />
  <alias field="basis" index="20" name="Basis of the place" />
  <alias field="primary" index="21" name="Main place" />
  <alias field="radius_m" index="22" name="Position within (m)" />
  <alias field="when" index="23" name="Date (EDTF)" />
  <alias field="when_text" index="24" name="Date" />
  <alias field="when_text_zh_hans" index="25" name="Date (Simplified Chinese)" />
  <alias field="when_text_zh_hant" index="26" name="Date (Traditional Chinese)" />
  <alias field="start" index="27" name="First day" />
  <alias field="end" index="28" name="Last day" />
  <alias field="start_utc" index="29" name="Start (UTC)" />
  <alias field="end_utc" index="30" name="End (UTC, excluded)" />
  <alias field="tz" index="31" name="Time zone" />
  <alias field="time_precision" index="32" name="Precision of the date" />
  <alias field="time_certainty" index="33" name="Certainty of the date" />
  <alias field="date_applies_to" index="34" name="The date is that of" />
  <alias field="people" index="35" name="People" />
  <alias field="people_qualifier" index="36" name="People: how exact" />
  <alias field="figures" index="37" name="Figures (JSON)" />
  <alias field="actors" index="38" name="Who" />
  <alias field="source_count" index="39" name="Sources" />
  <alias field="independent_sources" index="40" name="Independent sources" />
  <alias field="sources" index="41" name="Sources (JSON)" />
  <alias field="conflict" index="42" name="Sources differ" />
  <alias field="claims" index="43" name="Rival claims (JSON)" />
  <alias field="related" index="44" name="Related events (JSON)" />
  <alias field="url" index="45" name="Link" />
 </aliases>
 <previewExpression>"title"</previewExpression>
 <mapTip>&lt;div style="width:340px;font-family:sans-serif;font-size:12px"&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;b&gt;[% replace("title",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/b&gt;&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace(concat("when_text",coalesce(' · '||"place_name",'')),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace("summary",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;i&gt;Sources: [% replace(array_to_string(array_distinct(array_foreach(from_json("sources"),map_get(@element,'publisher'))),'; '),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/i&gt;&lt;/p&gt;[% if("conflict",'&lt;p style="margin:0 0 4px 0"&gt;⚠ Where sources differ&lt;/p&gt;','') %]&lt;/div&gt;</mapTip>
</qgis>
